'use strict'
const { createHash } = require('node:crypto')
const { readFileSync } = require('node:fs')
const { basename, join } = require('node:path')
const { Kafka, CompressionCodecs, CompressionTypes, logLevel } = require('kafkajs')
const lz4 = require('lz4js')

// Wiredesk's services compress with LZ4, which kafkajs leaves to others
CompressionCodecs[CompressionTypes.LZ4] = () => ({
  compress: async (encoder) => Buffer.from(lz4.compress(encoder.buffer)),
  decompress: async (buffer) => Buffer.from(lz4.decompress(buffer)),
})

exports.servers = process.argv[2] || 'localhost:9092'
exports.registryUrl = process.argv[3] || 'http://localhost:8081'
exports.kafka = new Kafka({ clientId: 'example', brokers: exports.servers.split(','), logLevel: logLevel.ERROR })

/** Calls print(state, uri, headline) for what becomes public; decode turns bytes into a record. */
exports.printPublished = async (groupId, decode) => {
  const consumer = exports.kafka.consumer({ groupId, readUncommitted: false })
  await consumer.connect()
  await consumer.subscribe({ topics: ['news.published'], fromBeginning: true })
  await consumer.run({
    eachMessage: async ({ message }) => {
      if (message.value === null) return // the item is gone for good
      const published = await decode(message.value)
      const headline = published.item.headlines.length ? published.item.headlines[0].value : ''
      console.log(published.state, message.key.toString(), headline)
    },
  })
}

/** The schema of news.raw as it was released: what a producer registers. */
exports.rawSchema = readFileSync(
  join(__dirname, '../../../schemas/src/main/avro-released/0.1.0/news.raw-value.avsc'), 'utf8')

/** A RawNews record of a wire file. */
exports.rawNews = (file, feed) => {
  const payload = readFileSync(file)
  return {
    feed,
    transport: 'OTHER',
    sourceName: basename(file),
    contentType: null,
    receivedAt: Date.now(),
    sha256: createHash('sha256').update(payload).digest('hex'),
    payload,
    headers: {},
  }
}

/** Puts an encoded record on news.raw; returns when all replicas have it. */
exports.sendRaw = async (feed, value) => {
  const producer = exports.kafka.producer({ idempotent: true })
  await producer.connect()
  await producer.send({ topic: 'news.raw', acks: -1, messages: [{ key: feed, value }] })
  await producer.disconnect()
}
