/** Starts the page. */

import { render } from "preact";
import * as address from "./address";
import { server } from "./api/server";
import { App } from "./app";
import { takeUp } from "./desk/decide";
import { begin } from "./state";
import "./styles/page.css";
import "./styles/views.css";
import "./styles/desk.css";
import "./styles/print.css";

address.read(location.search, location.pathname);
render(<App />, document.getElementById("app")!);
address.keep();
void begin(server()).then(takeUp);
