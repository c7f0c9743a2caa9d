CREATE TABLE "transaction_attempts" (
	"hash" text PRIMARY KEY NOT NULL,
	"transaction" bigint NOT NULL,
	"raw" text NOT NULL,
	"max_fee_per_gas" text NOT NULL,
	"max_priority_fee_per_gas" text NOT NULL,
	"sent_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "blocks" (
	"number" bigint PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"time" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "capsules" (
	"position" bigserial PRIMARY KEY NOT NULL,
	"subject" text NOT NULL,
	"digest" text NOT NULL,
	"key_id" text NOT NULL,
	"uploader" text NOT NULL,
	"author" text,
	"stored_at" bigint NOT NULL,
	"capsule" "bytea" NOT NULL,
	CONSTRAINT "capsules_of_a_chart" UNIQUE("subject","digest")
);
--> statement-breakpoint
CREATE TABLE "chain_events" (
	"block" bigint NOT NULL,
	"log_index" integer NOT NULL,
	"contract" text NOT NULL,
	"event" text NOT NULL,
	"subject" text NOT NULL,
	"grantee" text,
	"event_values" jsonb NOT NULL,
	CONSTRAINT "chain_events_block_log_index_pk" PRIMARY KEY("block","log_index")
);
--> statement-breakpoint
CREATE TABLE "credentials" (
	"address" text NOT NULL,
	"kind" integer NOT NULL,
	"credential" jsonb NOT NULL,
	CONSTRAINT "credentials_address_kind_pk" PRIMARY KEY("address","kind")
);
--> statement-breakpoint
CREATE TABLE "desk_messages" (
	"position" bigserial PRIMARY KEY NOT NULL,
	"mailbox" text NOT NULL,
	"expires_at" bigint NOT NULL,
	"body" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "erased_capsules" (
	"subject" text NOT NULL,
	"digest" text NOT NULL,
	CONSTRAINT "erased_capsules_subject_digest_pk" PRIMARY KEY("subject","digest")
);
--> statement-breakpoint
CREATE TABLE "grants" (
	"version" bigserial PRIMARY KEY NOT NULL,
	"subject" text NOT NULL,
	"grantee" text NOT NULL,
	"epoch" bigint NOT NULL,
	"stored_at" bigint NOT NULL,
	"sealed_grant" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "inbox" (
	"position" bigserial PRIMARY KEY NOT NULL,
	"owner" text NOT NULL,
	"sender" text NOT NULL,
	"at" bigint NOT NULL,
	"body" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "leases" (
	"name" text PRIMARY KEY NOT NULL,
	"holder" text NOT NULL,
	"until_ms" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "log_anchors" (
	"number" integer PRIMARY KEY NOT NULL,
	"root" text NOT NULL,
	"total" bigint NOT NULL,
	"key" text NOT NULL,
	"charts" integer NOT NULL,
	CONSTRAINT "log_anchors_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "log_charts" (
	"subject" text PRIMARY KEY NOT NULL,
	"leaf_index" integer,
	"salt" text NOT NULL,
	"count" bigint NOT NULL,
	"head" text NOT NULL,
	"anchored" bigint NOT NULL,
	CONSTRAINT "log_charts_leaf_index_unique" UNIQUE("leaf_index")
);
--> statement-breakpoint
CREATE TABLE "log_entries" (
	"subject" text NOT NULL,
	"count" bigint NOT NULL,
	"at" bigint NOT NULL,
	"recipient" text NOT NULL,
	"capsules" "bytea" NOT NULL,
	"head" text NOT NULL,
	CONSTRAINT "log_entries_subject_count_pk" PRIMARY KEY("subject","count")
);
--> statement-breakpoint
CREATE TABLE "log_leaves" (
	"subject" text NOT NULL,
	"count" bigint NOT NULL,
	"anchor" integer NOT NULL,
	CONSTRAINT "log_leaves_subject_count_pk" PRIMARY KEY("subject","count")
);
--> statement-breakpoint
CREATE TABLE "log_nodes" (
	"level" integer NOT NULL,
	"node_index" integer NOT NULL,
	"anchor" integer NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "log_nodes_level_node_index_anchor_pk" PRIMARY KEY("level","node_index","anchor")
);
--> statement-breakpoint
CREATE TABLE "secrets" (
	"name" text PRIMARY KEY NOT NULL,
	"value" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"address" text NOT NULL,
	"expires_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "transactions" (
	"position" bigserial PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"signer" text,
	"to_contract" text NOT NULL,
	"data" text NOT NULL,
	"gas" bigint NOT NULL,
	"state" text NOT NULL,
	"sender" text NOT NULL,
	"nonce" bigint,
	"block" bigint,
	"error" text,
	"created_at" bigint NOT NULL,
	CONSTRAINT "transactions_key_unique" UNIQUE("key"),
	CONSTRAINT "transactions_nonce" UNIQUE("sender","nonce")
);
--> statement-breakpoint
CREATE TABLE "usage" (
	"who" text NOT NULL,
	"what" text NOT NULL,
	"day" integer NOT NULL,
	"amount" bigint NOT NULL,
	CONSTRAINT "usage_who_what_day_pk" PRIMARY KEY("who","what","day")
);
--> statement-breakpoint
CREATE TABLE "used_nonces" (
	"nonce" text PRIMARY KEY NOT NULL,
	"expires_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "vaults" (
	"address" text NOT NULL,
	"version" integer NOT NULL,
	"stored_at" bigint NOT NULL,
	"vault" "bytea" NOT NULL,
	CONSTRAINT "vaults_address_version_pk" PRIMARY KEY("address","version")
);
--> statement-breakpoint
CREATE INDEX "attempts_of_a_transaction" ON "transaction_attempts" USING btree ("transaction");--> statement-breakpoint
CREATE INDEX "capsules_by_position" ON "capsules" USING btree ("subject","position") WHERE author is not null;--> statement-breakpoint
CREATE INDEX "capsules_by_key" ON "capsules" USING btree ("subject",left(key_id, 34),"position") WHERE author is not null;--> statement-breakpoint
CREATE INDEX "capsules_by_author" ON "capsules" USING btree ("subject",coalesce(author, uploader),"position");--> statement-breakpoint
CREATE INDEX "capsules_unanchored" ON "capsules" USING btree ("stored_at") WHERE author is null;--> statement-breakpoint
CREATE INDEX "capsules_unanchored_of_a_chart" ON "capsules" USING btree ("subject","position") WHERE author is null;--> statement-breakpoint
CREATE INDEX "events_of_a_subject" ON "chain_events" USING btree ("subject","block","log_index");--> statement-breakpoint
CREATE INDEX "events_of_a_grantee" ON "chain_events" USING btree ("grantee","block","log_index");--> statement-breakpoint
CREATE INDEX "desk_mailbox" ON "desk_messages" USING btree ("mailbox","position");--> statement-breakpoint
CREATE INDEX "desk_expiry" ON "desk_messages" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "grants_newest" ON "grants" USING btree ("subject","grantee","epoch","version");--> statement-breakpoint
CREATE INDEX "inbox_of_an_owner" ON "inbox" USING btree ("owner","position");--> statement-breakpoint
CREATE INDEX "log_grown" ON "log_charts" USING btree ("subject") WHERE count > anchored;--> statement-breakpoint
CREATE INDEX "log_by_recipient" ON "log_entries" USING btree ("subject","recipient","at");--> statement-breakpoint
CREATE INDEX "sessions_expiry" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "transactions_open" ON "transactions" USING btree ("position") WHERE state in ('queued', 'sent');--> statement-breakpoint
CREATE INDEX "usage_day" ON "usage" USING btree ("day");