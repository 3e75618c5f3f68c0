import schema from './dreamina-4-0-edit.schema.json' with { type: 'json' };

/** A rule on the pictures behind the addresses, as the vendor writes it. */
export interface Validation {
  readonly validation_rule: string;
  /** A number, or a number as text. */
  readonly validation_value: number | string;
  readonly validation_error: string;
}

/** The part of JSON schema that the vendor uses; `float` is the vendor's own type. */
export interface Schema {
  readonly type: string;
  readonly title?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly validations?: readonly Validation[];
}

/** The vendor's published input schema of the model, as on its page. */
export const inputSchema: Schema = schema;

/** The vendor's rules on reference pictures. */
export const pictureRules: readonly Validation[] = schema.properties.image_urls.validations;

/** The size a picture gets if none is asked for. */
export const defaultSize: string = schema.properties['width×height'].default;

/** The `scale` if none is given. */
export const defaultScale: number = schema.properties.scale.default;
