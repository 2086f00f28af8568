import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv';
import type { YamlFile } from './yamlFile';

/** What a file has that its JSON schema does not allow, each as `file:line: reason`. */
export function checkShape(file: YamlFile<unknown>, schema: object): string[] {
  const validate = validatorOf(schema);
  if (validate(file.content)) return [];
  return nearest(validate.errors ?? []).map((error) => `${file.place(keysOf(error))}: ${reason(error)}`);
}

/** A schema is compiled once for the hundreds of files that it checks. */
const validators = new WeakMap<object, ValidateFunction>();

function validatorOf(schema: object): ValidateFunction {
  const validate = validators.get(schema) ?? new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);
  validators.set(schema, validate);
  return validate;
}

/** Of the errors of alternatives, those that lie deepest say what is really wrong. */
function nearest(errors: readonly ErrorObject[]): ErrorObject[] {
  const deepest = Math.max(...errors.map((error) => error.instancePath.split('/').length));
  return errors
    .filter((error) => error.instancePath.split('/').length === deepest && error.keyword !== 'anyOf')
    .slice(0, 3);
}

const keysOf = (error: ErrorObject) =>
  error.instancePath
    .split('/')
    .slice(1)
    .map((key) => (/^\d+$/.test(key) ? Number(key) : key.replaceAll('~1', '/').replaceAll('~0', '~')));
const reason = (error: ErrorObject) =>
  [error.instancePath.split('/').pop(), error.message, Object.values(error.params).join(', ')]
    .filter(Boolean)
    .join(' ');
