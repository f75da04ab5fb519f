import fc from "fast-check"

// In CI the properties are tried on the same documents each time, so that a run tells of the change and of
// nothing else. Everywhere else they are others each time, to find what nobody thought of.
if (process.env["CI"]) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 19621027 })
