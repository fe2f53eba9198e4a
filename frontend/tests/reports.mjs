/** Reports written for these tests, by invented publishers: each is there for what a test looks at. */

export const HOSTILE = `<script>window.hacked = 1</script><img src=x onerror="window.hacked = 2"> Shelling killed 3 people in Goma on Tuesday, medics said. <a href="javascript:window.hacked=3">more</a>`;

export const reports = [
  // Two tell of one event, with other tolls: a contradiction, a merge, a split.
  {
    id: "saraqib-1", title: "Town falls", publisher: "Demo Wire", published: "2024-11-29", url: "https://demo.example/saraqib",
    text: "Insurgents captured the town of Saraqib on Friday, a war monitor said. At least 12 soldiers were killed.\n\nGovernment jets bombed the market of Ariha, killing four civilians, rescue workers said.",
  },
  {
    id: "saraqib-2", title: "Saraqib in rebel hands", publisher: "Demo Herald", published: "2024-11-30",
    text: "Rebels seized the town of Saraqib on Friday after heavy fighting. Twenty soldiers were killed, the rebels said.",
  },
  // Astral characters before the sentence: offsets are code points.
  {
    id: "ariha", title: "Market bombed", publisher: "Demo Bulletin", published: "2024-11-29",
    text: "🕯️🕯️ In memory. An air strike on the market of Ariha killed 5 civilians on Friday, the White Helmets said.",
  },
  { id: "goma", title: "<b>Goma</b>", publisher: "Demo Wire", published: "2025-01-29", url: "javascript:alert(1)", text: HOSTILE },
  {
    id: "khartoum", title: "Army takes bridge", publisher: "Demo Wire", published: "2025-03-21",
    text: "The Sudanese army recaptured the city of Khartoum from the Rapid Support Forces on Friday. Shelling near Omdurman wounded 9 civilians on Thursday.",
  },
  {
    id: "kharkiv", title: "Strike on Kharkiv", publisher: "Demo Herald", published: "2024-12-25",
    text: "A Russian missile strike on Kharkiv killed one person and wounded six on Wednesday, the governor said.\n\nDrones struck a depot in Odesa on Wednesday.",
  },
  {
    id: "idlib", title: "Air strikes", publisher: "Demo Bulletin", published: "2024-12-01",
    text: "Air strikes hit the city of Idlib on Sunday, killing eight civilians, the White Helmets said. Thousands of people fled Idlib province last week.",
  },
];
