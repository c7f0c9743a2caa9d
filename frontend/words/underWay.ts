import type { MessageName } from "#core/chain/typedMessages.ts";

/** What was signed before the page was loaded anew. */
export const underWay = {
  title: "What you signed before",
  dismiss: "All right",
  waiting: {
    PublishKey: "Your public key is on its way to the chain",
    OpenChart: "Your new chart is on its way to the chain",
    Grant: "A share that you signed is on its way to the chain",
    Revoke: "The end of a share is on its way to the chain",
    RevokeAll: "The end of all sharing is on its way to the chain",
    Rotate: "New keys for your chart are on their way to the chain",
    Publish: "What you added is on its way to the chain",
    PublishAsStaff: "What you added for your hospital is on its way to the chain",
    Supersede: "A correction is on its way to the chain",
    MarkEnteredInError: "The mark on a record is on its way to the chain",
    Dispute: "Your objection to a record is on its way to the chain",
    Appoint: "An appointment to your staff is on its way to the chain",
    Withdraw: "The end of an appointment is on its way to the chain",
  } satisfies Record<MessageName, string>,
  done: {
    PublishKey: "Your public key is on the chain now.",
    OpenChart: "Your chart is open now.",
    Grant: "The share that you signed before the page was loaded again is in force.",
    Revoke: "The share that you ended before the page was loaded again is over.",
    RevokeAll: "All sharing that you ended before the page was loaded again is over.",
    Rotate: "The new keys of your chart are in use.",
    Publish: "What you added before the page was loaded again stands in the chart.",
    PublishAsStaff: "What you added for your hospital before the page was loaded again stands in the chart.",
    Supersede: "Your correction stands in the chart.",
    MarkEnteredInError: "The record is marked as entered in error.",
    Dispute: "Your objection stands beside the record.",
    Appoint: "The key that you appointed before the page was loaded again can add records for you.",
    Withdraw: "The key that you withdrew before the page was loaded again can add nothing more.",
  } satisfies Record<MessageName, string>,
  replaced: "Your wallet sent it a second time, and that one counted.",
  /** What came to nothing, as the beginning of a sentence. */
  deed: {
    PublishKey: "Your public key",
    OpenChart: "Your new chart",
    Grant: "A share that you signed",
    Revoke: "The end of a share",
    RevokeAll: "The end of all sharing",
    Rotate: "The change of your chart's keys",
    Publish: "What you wanted to add",
    PublishAsStaff: "What you wanted to add for your hospital",
    Supersede: "A correction",
    MarkEnteredInError: "The mark on a record",
    Dispute: "Your objection to a record",
    Appoint: "An appointment to your staff",
    Withdraw: "The end of an appointment",
  } satisfies Record<MessageName, string>,
  cancelled: (deed: string) =>
    `${deed} did not happen: your wallet sent something else in its place. Do it again if you still want it.`,
  refused: (deed: string, reason: string) => `${deed} did not happen. ${reason}`,
  lost: (deed: string) =>
    `${deed} did not happen: the page was closed before it had left this device. Please do it again.`,
  expired: (deed: string) =>
    `${deed} did not happen: nobody brought it to the chain within its hour. Please do it again.`,
  elsewhere: (deed: string) => `${deed} was for another chain than this one, so nothing came of it here.`,
  interrupted: (deed: string) =>
    `${deed} was not signed before the page was closed, so nothing of it is in the chart. Please add it again.`,
};
