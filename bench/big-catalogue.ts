import type pg from "pg";

/** How large: DESIGN §10's "speed at size". */
export const SIZE = { entrants: 100, prompts: 500, votes: 1_000_000 };

/** Of a hundred creations, how many fail. */
const FAILING_PERCENT = 12;

/**
 * Entrants `000-…`, prompts `000-…` in ten categories (the last fifth on the image track), a creation for each of both
 * with one to three attempts. Files are those of the built-in samples, so that every address answers.
 */
export async function createBigCatalogue(pool: pg.Pool): Promise<void> {
  const { entrants, prompts } = SIZE;
  await pool.query(
    "INSERT INTO tracks (slug, name, position) VALUES ('image-to-3d', 'Image to 3D', 1) ON CONFLICT DO NOTHING",
  );
  await pool.query(
    `INSERT INTO models (id, slug, name, provider)
     SELECT gen_random_uuid(), 'bench/model-' || n, 'Model ' || n, 'bench' FROM generate_series(0, $1 / 4) n`,
    [entrants],
  );
  await pool.query(
    `INSERT INTO entrants (id, slug, name, kind, model_id, settings)
     SELECT gen_random_uuid(), to_char(n, 'fm000') || '-entrant', 'Model ' || n / 4 || ' ' || (ARRAY['low', 'medium', 'high', 'max'])[n % 4 + 1],
            'model', (SELECT id FROM models WHERE slug = 'bench/model-' || n / 4),
            jsonb_build_object('strategy', 'single', 'temperature', 1, 'thinking', (ARRAY['low', 'medium', 'high', 'max'])[n % 4 + 1])
     FROM generate_series(0, $1 - 1) n`,
    [entrants],
  );
  await pool.query(
    `INSERT INTO prompts (id, slug, title, text, category)
     SELECT gen_random_uuid(), to_char(n, 'fm000') || '-prompt', (ARRAY['Oak', 'Steel', 'Paper', 'Glass', 'Stone'])[n % 5 + 1] || ' ' ||
            (ARRAY['chair', 'lantern', 'bridge', 'teapot', 'tower', 'fern', 'sofa'])[n % 7 + 1] || ' ' || n,
            repeat('A ' || (ARRAY['slender', 'heavy', 'curved', 'ribbed'])[n % 4 + 1] || ' object with parts that can be told apart. ', 4),
            'category-' || n % 10
     FROM generate_series(0, $1 - 1) n`,
    [prompts],
  );
  await insertCreations(pool);
  await pool.query("VACUUM ANALYZE");
}

async function insertCreations(pool: pg.Pool): Promise<void> {
  await pool.query(
    `WITH sample AS (
       SELECT row_number() OVER (ORDER BY id) - 1 AS n, count(*) OVER () AS of, * FROM creations WHERE status = 'ok'
     ), pair AS (
       SELECT e.id AS entrant, p.id AS prompt, left(e.slug, 3)::int AS en, left(p.slug, 3)::int AS pn,
              (left(e.slug, 3)::int * 7919 + left(p.slug, 3)::int * 104729) % 100 < $1 AS fails
       FROM entrants e, prompts p WHERE e.slug ~ '^[0-9]' AND p.slug ~ '^[0-9]'
     )
     INSERT INTO creations (id, entrant_id, prompt_id, track, status, glb_sha256, glb_bytes, triangles, poster_sha256s,
                            chosen_attempt, cost_usd, stats, provenance)
     SELECT gen_random_uuid(), entrant, prompt, CASE WHEN pn < $2 * 4 / 5 THEN 'text-to-3d' ELSE 'image-to-3d' END,
            CASE WHEN fails THEN (ARRAY['exec_error', 'timeout', 'no_mesh'])[pn % 3 + 1]::creation_status ELSE 'ok' END,
            CASE WHEN NOT fails THEN s.glb_sha256 END, CASE WHEN NOT fails THEN s.glb_bytes END,
            CASE WHEN NOT fails THEN s.triangles END, CASE WHEN fails THEN '{}' ELSE s.poster_sha256s END,
            CASE WHEN NOT fails THEN 1 + (en + pn) % 3 END, 0.01 + en * 0.002 + pn * 0.0001, s.stats, s.provenance
     FROM pair JOIN sample s ON s.n = (pair.en + pair.pn) % s.of`,
    [FAILING_PERCENT, SIZE.prompts],
  );
  await pool.query(
    `INSERT INTO attempts (id, creation_id, number, kind, status, script, error_text, failure_family, seconds,
                           model_seconds, input_tokens, output_tokens, cost_usd)
     SELECT gen_random_uuid(), c.id, n, CASE WHEN n = 1 THEN 'first' ELSE 'repair' END::attempt_kind,
            CASE WHEN n < last THEN 'exec_error' ELSE c.status END, repeat('bpy.ops.mesh.primitive_cube_add(size=1)' || chr(10), 40),
            CASE WHEN n < last OR c.status <> 'ok' THEN 'AttributeError: bpy_prop_collection has no such key' END,
            CASE WHEN n < last OR c.status <> 'ok' THEN (ARRAY['api', 'context', 'bmesh'])[n] END,
            1.5 + n, 20 + n * 3, 900, 2000 + n * 100, 0.01
     FROM creations c JOIN entrants e ON e.id = c.entrant_id,
          LATERAL (SELECT coalesce(c.chosen_attempt, 3) AS last) l, generate_series(1, last) n
     WHERE e.slug ~ '^[0-9]'`,
  );
}
