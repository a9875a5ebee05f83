"""Dating: what each rule of the time grammar means; one module a family of rules, joined in `timewords`."""
