// Bundles against the JSON schema of FHIR R4: schema.js FILE... Prints a line for each; fails if one is not valid.
const fs = require('fs');
const Schema = require('@asymmetrik/fhir-json-schema-validator');
const validator = new Schema();
let failed = 0;
for (const file of process.argv.slice(2)) {
  const bundle = JSON.parse(fs.readFileSync(file, 'utf8'));
  const errors = validator.validate(bundle);
  if (errors.length) {
    failed++;
    console.log(`${file}: ${errors.length} errors, the first ${errors[0].dataPath} ${errors[0].message}`);
  } else {
    console.log(`${bundle.entry.length} resources`);
  }
}
process.exit(failed ? 1 : 0);
