import type {ApiOperation} from '@opsbinder/core';
import {AppStore, OperationModel, type RedocRawOptions} from 'redoc';

/** An OpenAPI description with its references bundled, as redocusaurus hands it on. */
export type BundledSpec = ConstructorParameters<typeof AppStore>[0];

/** What Redoc threw at one operation. */
export class OperationError extends Error {
  /**
   * @param operation the operation at fault
   * @param cause what Redoc threw
   */
  constructor(
    readonly operation: {method: string; path: string; webhook: boolean},
    override readonly cause: unknown,
  ) {
    super((cause as Error).message);
  }
}

/**
 * The operations of an API, webhooks included, in the order of the page, each once.
 *
 * Redoc's own model is asked, because it alone decides about anchors: they depend on tags, on `operationId`
 * and on Redoc's options.
 *
 * @param spec the description, bundled
 * @param redoc the options with which the page is shown
 * @param permalink the address of the page, base URL included
 * @throws OperationError when Redoc cannot make sense of an operation
 * @throws Error when it cannot make sense of the description as a whole
 */
export function listOperations(spec: BundledSpec, redoc: RedocRawOptions, permalink: string): ApiOperation[] {
  const {menu} = new AppStore(spec, undefined, {...redoc, disableSearch: true, scrollYOffset: 0});
  const seen = new Set<string>();
  return menu.flatItems.flatMap((item) => {
    if (!(item instanceof OperationModel)) return [];
    // An operation with several tags is shown under each; one way there is enough.
    const key = JSON.stringify([item.isWebhook, item.httpVerb, item.path]);
    if (seen.has(key)) return [];
    seen.add(key);
    readWhole(item);
    return {
      operationId: item.operationId ?? null,
      method: item.httpVerb.toUpperCase(),
      path: item.path,
      webhook: item.isWebhook,
      summary: item.name,
      description: item.description ?? '',
      tag: item.parent?.type === 'tag' ? item.parent.name : null,
      url: `${permalink}#${encodeURI(item.id)}`,
    };
  });
}

// Redoc reads an operation's parts when it first shows them. What it stumbles over should be known before that.
function readWhole(item: OperationModel): void {
  try {
    void [item.parameters, item.requestBody, item.responses, item.codeSamples, item.callbacks];
  } catch (error) {
    throw new OperationError({method: item.httpVerb, path: item.path, webhook: item.isWebhook}, error);
  }
}
