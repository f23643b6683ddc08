import { api } from '../../common/api';

export const KINDS = ['PRODUCT', 'SYMPTOM', 'CAUSE', 'ARTICLE', 'PROCEDURE'] as const;
export type Kind = (typeof KINDS)[number];

/** By what a node is known: an article by its slug. */
export interface Key {
  kind: Kind;
  name: string;
}

export interface GraphNode {
  key: Key;
  title: string;
  /** Of which a symptom is an answer; '' when it is complained of. */
  question: string;
  wordings: string[];
  article?: string | null;
  cases: number;
}

export interface GraphEdge {
  from: Key;
  to: Key;
  origin: 'FRONT_MATTER' | 'LINK' | 'CASE' | 'EDITOR';
  cases: number;
}

export interface Graph {
  nodes: GraphNode[];
  edges: GraphEdge[];
}

export interface Wanted {
  kind: 'ADD_NODE' | 'REMOVE_NODE' | 'RENAME_NODE' | 'ADD_EDGE' | 'REMOVE_EDGE';
  node: Key;
  to?: Key;
  newName?: string;
  question?: string;
}

export interface Correction extends Wanted {
  id: number;
  by: string;
  at: string;
}

export const read = () => api<{ graph: Graph; corrections: Correction[] }>('GET', '/fault-graph');
export const correct = (wanted: Wanted) => api<{ id: number }>('POST', '/fault-graph/corrections', { body: wanted });
export const undo = (id: number) => api('DELETE', `/fault-graph/corrections/${id}`);

/** One text for a key, to find and to compare it by. */
export const idOf = (key: Key) => `${key.kind} ${key.name}`;
