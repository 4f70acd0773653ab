// How HTMX works here. It begins when the page is parsed, and by then this has run.

if (window.htmx) {
  Object.assign(window.htmx.config, {
    includeIndicatorStyles: false,
    allowEval: false,
    selfRequestsOnly: true,
    historyCacheSize: 0,
    refreshOnHistoryMiss: true,
    historyRestoreAsHxRequest: false,
    // Without a delay, what an answer brings is HTMX's at once: a press in between would be sent as a plain form.
    defaultSettleDelay: 0,
    timeout: 10_000,
    responseHandling: [
      { code: "204", swap: false },
      { code: "[23]..|403|404|409|413|422|429|503", swap: true },
      { code: "...", swap: false, error: true },
    ],
  });
}
