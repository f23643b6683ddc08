import { idOf, type Graph, type GraphEdge, type GraphNode, type Key, type Kind } from './graph-api';

export const BOX = { width: 200, height: 30 };
const GAP = { x: 60, y: 10 };
const COLUMNS: Record<Kind, number> = { PRODUCT: 0, SYMPTOM: 1, CAUSE: 2, ARTICLE: 3, PROCEDURE: 3 };

export interface Placed {
  node: GraphNode;
  x: number;
  y: number;
}

export interface Layout {
  width: number;
  height: number;
  nodes: Placed[];
  edges: { edge: GraphEdge; path: string }[];
}

/** What is within two steps of a node: of a product its causes and their symptoms, of an article the same. */
export function around(graph: Graph, key: Key | undefined): Graph {
  if (!key) return graph;
  const near = new Set([idOf(key)]);
  // A step from a symptom to its causes, and one from them to all else; other symptoms lead no further.
  for (let step = 0; step < 2; step++) {
    const grown = new Set(near);
    for (const { from, to } of graph.edges) {
      if (near.has(idOf(from)) && (step === 0 || from.kind === 'CAUSE')) grown.add(idOf(to));
      if (near.has(idOf(to)) && (step === 0 || to.kind === 'CAUSE')) grown.add(idOf(from));
    }
    grown.forEach((one) => near.add(one));
  }
  const has = (one: Key) => near.has(idOf(one));
  return { nodes: graph.nodes.filter((one) => has(one.key)), edges: graph.edges.filter((one) => has(one.from) && has(one.to)) };
}

/** Kinds are columns; within one, nodes stand near what they are connected to, so that few lines cross. */
export function layout(graph: Graph): Layout {
  const columns: GraphNode[][] = [[], [], [], []];
  for (const node of graph.nodes) columns[COLUMNS[node.key.kind]]!.push(node);
  const rows = new Map<string, number>();
  const place = () => columns.forEach((column) => column.forEach((node, i) => rows.set(idOf(node.key), i / Math.max(1, column.length))));
  place();
  for (let round = 0; round < 6; round++) {
    for (const column of round % 2 ? [...columns].reverse() : columns) {
      const wanted = new Map(column.map((node) => [node, middle(node, graph, rows)]));
      column.sort((one, other) => wanted.get(one)! - wanted.get(other)!);
      place();
    }
  }
  const tallest = Math.max(1, ...columns.map((column) => column.length));
  const height = tallest * (BOX.height + GAP.y) + GAP.y;
  const used = columns.filter((column) => column.length > 0);
  const nodes = used.flatMap((column, c) =>
    column.map((node, i) => ({ node, x: c * (BOX.width + GAP.x), y: ((i + 0.5) / column.length) * height - BOX.height / 2 })),
  );
  const places = new Map(nodes.map((one) => [idOf(one.node.key), one]));
  const edges = graph.edges.flatMap((edge) => {
    const [from, to] = [places.get(idOf(edge.from)), places.get(idOf(edge.to))];
    return from && to ? [{ edge, path: curve(from, to) }] : [];
  });
  return { width: Math.max(1, used.length) * (BOX.width + GAP.x) - GAP.x, height, nodes, edges };
}

function middle(node: GraphNode, graph: Graph, rows: Map<string, number>): number {
  const own = idOf(node.key);
  const near = graph.edges.flatMap(({ from, to }) => (idOf(from) === own ? [rows.get(idOf(to))] : idOf(to) === own ? [rows.get(idOf(from))] : []));
  const known = near.filter((one): one is number => one !== undefined);
  return known.length ? known.reduce((sum, one) => sum + one, 0) / known.length : (rows.get(own) ?? 0);
}

function curve(from: Placed, to: Placed): string {
  const forth = to.x >= from.x;
  const x1 = from.x + (forth ? BOX.width : 0);
  const x2 = to.x + (forth && to.x !== from.x ? 0 : BOX.width);
  const [y1, y2] = [from.y + BOX.height / 2, to.y + BOX.height / 2];
  const bend = GAP.x / 2;
  return `M${x1} ${y1} C${x1 + bend} ${y1} ${x2 + (x2 > x1 ? -bend : bend)} ${y2} ${x2} ${y2}`;
}
