import Prism = require('prismjs');

// Prism highlights every code block of a page by itself unless told not to; React would then find its own
// elements changed.
Prism.manual = true;

export = Prism;
