import type { Parts } from './rules'

/**
 * A verdict stands on the words, their place, the finding and the sign-off: none of these merges with another. Who does
 * the work, how urgent it is and when it is due say nothing about the verdict.
 */
export const CLAIM_PARTS = {
  rest: 'verdict',
  apart: {
    assignee: ['assigneeId', 'assigneeKey'],
    priority: ['priority', 'urgencyLoweredById'],
    due: ['dueAt', 'due'],
    proposal: ['proposal'],
    attribution: ['speaker', 'speakerKind', 'saidOn', 'saidAt', 'rating', 'ratingName'],
  },
} as const satisfies Parts

/** What a source says, where it says so and what it says about the claim belong together. */
export const SOURCE_PARTS = {
  rest: 'evidence',
  apart: {
    title: ['title'],
    publisher: ['publisher'],
    published: ['published'],
    primary: ['primary'],
  },
} as const satisfies Parts

/** An article is cleared and published with its headline, in its language. */
export const ARTICLE_PARTS = {
  rest: 'headline',
  apart: {
    byline: ['byline'],
    desk: ['desk', 'deskId'],
    dateline: ['dateline'],
    canonicalUrl: ['canonicalUrl'],
    deadline: ['deadline'],
    confidential: ['confidential'],
  },
} as const satisfies Parts

/** The words of a correction say one thing, and are approved together. */
export const CORRECTION_PARTS = {
  rest: 'words',
  apart: {
    foundBy: ['foundBy'],
    asked: ['asked'],
    owner: ['ownerId'],
  },
} as const satisfies Parts
