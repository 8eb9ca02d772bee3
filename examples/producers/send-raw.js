'use strict'
// Puts a wire file on news.raw, as Wiredesk's own intake does.
// node send-raw.js [bootstrap servers] [registry URL] FILE [FEED]
const { createHash } = require('node:crypto')
const { readFileSync } = require('node:fs')
const { basename } = require('node:path')
const { SchemaRegistry } = require('@kafkajs/confluent-schema-registry')
const { kafka, registryUrl } = require('../consumers/javascript/kafka')

const file = process.argv[4]
const feed = process.argv[5] || 'example'

async function send () {
  const registry = new SchemaRegistry({ host: registryUrl })
  const payload = readFileSync(file)
  const value = await registry.encode(await registry.getLatestSchemaId('news.raw-value'), {
    feed,
    transport: 'OTHER',
    sourceName: basename(file),
    contentType: null,
    receivedAt: Date.now(),
    sha256: createHash('sha256').update(payload).digest('hex'),
    payload,
    headers: {},
  })
  const producer = kafka.producer({ idempotent: true })
  await producer.connect()
  await producer.send({ topic: 'news.raw', acks: -1, messages: [{ key: feed, value }] })
  await producer.disconnect()
}

send().catch((e) => {
  console.error(e)
  process.exit(1)
})
