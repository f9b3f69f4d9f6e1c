import type { Locale } from '@solodesk/core';
import { API_SCOPES } from '@solodesk/core';
import type { z } from 'zod';
import { html } from '../../help/html.ts';
import type { Html } from '../../help/html.ts';
import type { ApiRoute } from '../api-route.ts';
import { JsonSchemas } from '../json-schemas.ts';
import type { JsonSchema } from '../json-schemas.ts';
import { fieldsOf, problemsOf } from '../open-api.ts';
import { PROBLEMS, problemType } from '../problem.ts';
import type { ProblemKind } from '../problem.ts';
import { code, fields, marked } from './docs-parts.ts';
import { DOCS_TEXTS } from './docs-texts.ts';
import type { DocsTexts } from './docs-texts.ts';
import { exampleOf } from './example.ts';
import { VISITOR_DOORS, visitorArticles } from './docs-visitor.ts';
import { rowsOf } from './field-rows.ts';

interface Around {
  locale: Locale;
  /** Origin under which the server is reached. */
  publicUrl: string;
  /** Address of the style sheet. */
  css: string;
}

/** The documentation as one page, which needs no script. */
export function docsPage(routes: readonly ApiRoute[], { locale, publicUrl, css }: Around): string {
  const texts = DOCS_TEXTS[locale];
  const tags = [...new Set(routes.map(({ tag }) => tag))];
  const other = locale === 'en' ? 'zh' : 'en';
  return html`<!doctype html>
    <html lang="${texts.lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${texts.title}</title>
        <meta name="description" content="${texts.description}" />
        <link rel="stylesheet" href="${css}" />
      </head>
      <body>
        <a class="skip" href="#main">${texts.skip}</a>
        <header class="top">
          <div class="bar">
            <b>${texts.title}</b>
            <nav aria-label="${texts.languages}">
              <a href="/api/openapi.json">OpenAPI 3.1</a>
              <a href="?lang=${other}" lang="${DOCS_TEXTS[other].lang}" hreflang="${DOCS_TEXTS[other].lang}"
                >${DOCS_TEXTS[other].language}</a
              >
            </nav>
          </div>
        </header>
        <div class="bar columns">
          <nav class="contents" aria-label="${texts.contents}">
            <ul>
              <li><a href="#start">${texts.start}</a></li>
              <li><a href="#scopes">${texts.scopes}</a></li>
              <li><a href="#errors">${texts.errors}</a></li>
              ${tags.map(
                (tag) =>
                  html`<li>
                    <a href="#${tag}">${texts.tags[tag]}</a>
                    <ul>
                      ${tag === 'conversations' ? VISITOR_DOORS.map(({ id, title }) => html`<li><a href="#${id}">${title[locale]}</a></li>`) : null}
                      ${routes.filter((route) => route.tag === tag).map((route) => html`<li><a href="#${route.id}">${route.title[locale]}</a></li>`)}
                    </ul>
                  </li>`,
              )}
            </ul>
          </nav>
          <main id="main" tabindex="-1">
            ${introduction(texts, publicUrl)} ${scopes(texts, routes)} ${errors(texts)}
            ${tags.map(
              (tag) =>
                html`<section id="${tag}">
                  <h2>${texts.tags[tag]}</h2>
                  ${tag === 'conversations' ? visitorArticles({ locale, publicUrl, texts }) : null}
                  ${routes.filter((route) => route.tag === tag).map((route) => operation(route, { locale, publicUrl, texts }))}
                </section>`,
            )}
          </main>
        </div>
      </body>
    </html>`.text;
}

function introduction(texts: DocsTexts, publicUrl: string): Html {
  return html`<section id="start">
    <h1>${texts.title}</h1>
    <p class="lead">${texts.description}</p>
    ${code(`curl ${publicUrl}/api/tickets \\\n  -H "Authorization: Bearer $KEY"`)}
    <ul class="plain">
      ${texts.rules.map((rule) => html`<li>${marked(rule)}</li>`)}
    </ul>
  </section>`;
}

function scopes(texts: DocsTexts, routes: readonly ApiRoute[]): Html {
  const used = API_SCOPES.filter((scope) => routes.some((route) => route.scope === scope));
  return html`<section id="scopes">
    <h2>${texts.scopes}</h2>
    <p>${texts.scopesText}</p>
    <dl class="pairs">
      ${used.map(
        (scope) =>
          html`<dt><code>${scope}</code></dt>
            <dd>${texts.scope[scope]}</dd>`,
      )}
    </dl>
  </section>`;
}

function errors(texts: DocsTexts): Html {
  const kinds = Object.keys(PROBLEMS) as ProblemKind[];
  return html`<section id="errors">
    <h2>${texts.errors}</h2>
    <p>${marked(texts.errorsText)}</p>
    ${code(texts.errorExample)}
    <dl class="pairs">
      ${kinds.map(
        (kind) =>
          html`<dt><b>${PROBLEMS[kind][0]}</b> <code>${problemType(kind)}</code></dt>
            <dd>${texts.problems[kind]}</dd>`,
      )}
    </dl>
  </section>`;
}

function operation(
  route: ApiRoute,
  { locale, publicUrl, texts }: Pick<Around, 'locale' | 'publicUrl'> & { texts: DocsTexts },
): Html {
  const schemas = new JsonSchemas();
  const { id, method, path, title, about, scope, params, query, body, answers } = route;
  const statuses = Object.entries(answers);
  return html`<article id="${id}" class="operation">
    <h3>${title[locale]}</h3>
    <p class="address"><span class="method ${method}">${method.toUpperCase()}</span> <code>${path}</code></p>
    <p>${marked(about[locale])}</p>
    <p class="muted">${texts.needs} <code>${scope}</code></p>
    ${parameters(texts.inPath, params, schemas, locale, texts)}
    ${parameters(texts.inQuery, query, schemas, locale, texts)}
    ${
      body === null
        ? null
        : html`<h4>${texts.body}</h4>
            ${body.many > 0 ? html`<p class="muted">${texts.orArray(body.many)}</p>` : null}
            ${fields(rowsOf(schemas.input(body.schema), schemas, locale), texts)}`
    }
    <h4>${texts.request}</h4>
    ${code(curl(route, publicUrl))}
    ${statuses.map(([status, { about: said, schema }]) => {
      const shape = schema === null ? null : schemas.output(schema);
      return html`<h4>${texts.answer} <b class="status">${status}</b></h4>
        <p>${said[locale]}</p>
        ${
          shape === null
            ? null
            : html`${code(JSON.stringify(exampleOf(shape, schemas), null, 2))}
                <details>
                  <summary>${texts.fields}</summary>
                  ${fields(rowsOf(shape, schemas, locale), texts)}
                </details>`
        }`;
    })}
    <h4>${texts.errors}</h4>
    <ul class="errors">
      ${problemsOf(route).map((kind) => html`<li><b>${PROBLEMS[kind][0]}</b> ${texts.problems[kind]}</li>`)}
    </ul>
  </article>`;
}

function parameters(
  title: string,
  schema: z.ZodType,
  schemas: JsonSchemas,
  locale: Locale,
  texts: DocsTexts,
): Html | null {
  const all = fieldsOf(schema, schemas);
  if (all.length === 0) return null;
  const properties = Object.fromEntries(all.map(({ name, schema: each }) => [name, each]));
  const required = all.filter((each) => each.required).map(({ name }) => name);
  return html`<h4>${title}</h4>
    ${fields(rowsOf({ type: 'object', properties, required } satisfies JsonSchema, schemas, locale), texts)}`;
}

/** A request that can be tried as it stands, but for the key and the ids. */
function curl({ method, path, params, query: asked, body }: ApiRoute, publicUrl: string): string {
  const samples: Record<string, string> = {
    ...{ ticket: 'SHOP-T17', number: 'TL-1042', survey: 'satisfaction', failure: '71' },
    id: path.includes('customers') ? 'C-7' : 'ID',
  };
  const address = Object.keys(params.shape).reduce(
    (text, name) => text.replace(`{${name}}`, samples[name] ?? name),
    path,
  );
  // A list of a span wants both of its ends.
  const query = 'to' in asked.shape ? '?from=2026-12-01T00:00:00Z&to=2026-12-08T00:00:00Z' : '';
  const verb = method === 'get' ? '' : `-X ${method.toUpperCase()} `;
  return [
    `curl ${verb}"${publicUrl}${address}${query}"`,
    '-H "Authorization: Bearer $KEY"',
    ...(method === 'post' ? ['-H "Idempotency-Key: $(uuidgen)"'] : []),
    ...(body === null
      ? []
      : [
          '-H "Content-Type: application/json"',
          `-d '${JSON.stringify(body.example, null, 2).replaceAll('\n', '\n  ')}'`,
        ]),
  ].join(' \\\n  ');
}
