'use strict'
// Puts a wire file on news.raw, as Wiredesk's own intake does, with @kafkajs/confluent-schema-registry.
// node send-raw-kafkajs.js BOOTSTRAP_SERVERS REGISTRY_URL FILE [FEED]
const { rawNews, rawSchema, registryUrl, sendRaw } = require('../consumers/javascript/kafka')
const { SchemaRegistry, SchemaType } = require('@kafkajs/confluent-schema-registry')

async function send (file, feed) {
  const registry = new SchemaRegistry({ host: registryUrl })
  const { id } = await registry.register({ type: SchemaType.AVRO, schema: rawSchema }, { subject: 'news.raw-value' })
  await sendRaw(feed, await registry.encode(id, rawNews(file, feed)))
}

send(process.argv[4], process.argv[5] || 'example').catch((e) => {
  console.error(e)
  process.exit(1)
})
