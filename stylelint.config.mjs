/** @type {import('stylelint').Config} */
export default {
  extends: ['stylelint-config-standard'],
  // What a build or a run writes.
  ignoreFiles: ['**/{dist,coverage,storybook-static,test-results,playwright-report,.whatsapp-optin,.cache}/**'],
  rules: {
    // Prettier sets the blank lines; a sheet here is one block.
    'rule-empty-line-before': null,
    'at-rule-empty-line-before': null,
    'comment-empty-line-before': null,
    'declaration-empty-line-before': null,
    'custom-property-empty-line-before': null,
    // Rules of one part stand together, whatever their weight.
    'no-descending-specificity': null,
    'no-duplicate-selectors': null,
    'declaration-no-important': true,
    'selector-max-id': 0,
    'property-no-vendor-prefix': null,
    'value-no-vendor-prefix': null,
    'media-feature-range-notation': 'prefix',
  },
  overrides: [
    {
      // A host that does its worst.
      files: ['stories/moments/hostile-page.css'],
      rules: { 'declaration-no-important': null },
    },
  ],
};
