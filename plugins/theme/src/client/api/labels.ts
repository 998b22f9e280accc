import {translate} from '@docusaurus/Translate';
import type {RedocRawOptions} from 'redoc';

/** The words that Redoc writes, in the language of the page. */
export function redocLabels(): NonNullable<RedocRawOptions['labels']> {
  return {
    enum: translate({id: 'opsbinder.api.enum', message: 'One of'}),
    enumSingleValue: translate({id: 'opsbinder.api.enumSingleValue', message: 'Value'}),
    enumArray: translate({id: 'opsbinder.api.enumArray', message: 'Items'}),
    default: translate({id: 'opsbinder.api.default', message: 'Default'}),
    deprecated: translate({id: 'opsbinder.api.deprecated', message: 'Deprecated'}),
    example: translate({id: 'opsbinder.api.example', message: 'Example'}),
    examples: translate({id: 'opsbinder.api.examples', message: 'Examples'}),
    recursive: translate({id: 'opsbinder.api.recursive', message: 'Recursive'}),
    arrayOf: translate({id: 'opsbinder.api.arrayOf', message: 'Array of '}),
    webhook: translate({id: 'opsbinder.api.webhook', message: 'Event'}),
    const: translate({id: 'opsbinder.api.const', message: 'Value'}),
    download: translate({id: 'opsbinder.api.download', message: 'Download'}),
    downloadSpecification: translate({
      id: 'opsbinder.api.downloadSpecification',
      message: 'OpenAPI description',
    }),
    responses: translate({id: 'opsbinder.api.responses', message: 'Responses'}),
    callbackResponses: translate({id: 'opsbinder.api.callbackResponses', message: 'Callback responses'}),
    requestSamples: translate({id: 'opsbinder.api.requestSamples', message: 'Request samples'}),
    responseSamples: translate({id: 'opsbinder.api.responseSamples', message: 'Response samples'}),
  };
}
