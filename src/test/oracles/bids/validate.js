// What bids-validator says of data sets: validate.js FOLDER... Errors fail; warnings about missing optional things do not.
const validate = require('bids-validator').default;
const folders = process.argv.slice(2);
let failed = 0;
const next = (i) => {
  if (i === folders.length) {
    process.exit(failed ? 1 : 0);
  }
  validate.BIDS(folders[i], { ignoreNiftiHeaders: true }, (issues, summary) => {
    const errors = Array.isArray(issues.errors) ? issues.errors : issues;
    for (const issue of errors || []) {
      console.log(`${folders[i]}: ${issue.key || issue.code} ${issue.reason || ''}`);
      failed++;
    }
    for (const issue of issues.warnings || []) {
      if (process.env.WARNINGS) console.log(`warning ${issue.key} ${issue.reason} ${(issue.files || []).map((f) => f.file && f.file.relativePath)}`);
    }
    if (!summary || !summary.totalFiles) {
      console.log(`${folders[i]}: nothing was looked at`);
      failed++;
    } else if (!failed) {
      console.log(`${summary.totalFiles} files`);
    }
    next(i + 1);
  });
};
next(0);
