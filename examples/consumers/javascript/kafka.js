'use strict'
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
