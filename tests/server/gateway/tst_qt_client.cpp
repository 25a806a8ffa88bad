// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/gateway/echo_server.h"
#include "tests/server/gateway/received.h"

#include <QSignalSpy>
#include <QTest>
#include <QUrl>
#include <QWebSocket>
#include <QWebSocketHandshakeOptions>

using namespace jjak::gateway;
using namespace jjak::gateway::test;
using namespace Qt::StringLiterals;

//! Qt's client, which ours are built on, and our server's handshake, codec and frames understand each other.
class TestQtClient : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void textComesBack_data();
    void textComesBack();
    void binaryComesBack_data();
    void binaryComesBack();
    void manyMessagesComeBackInOrder();
    void messageInManyFramesComesBackWhole();
    void pingIsAnswered();
    void closeIsAnsweredWithTheSameCode();
    void messageThatIsTooBigClosesWith1009();
    void textThatIsNotUtf8NeverArises();

private:
    std::unique_ptr<EchoServer> m_server;
    std::unique_ptr<QWebSocket> m_client;
};

void TestQtClient::init()
{
    m_server = std::make_unique<EchoServer>(caseRules());
    m_client = std::make_unique<QWebSocket>();
    QWebSocketHandshakeOptions options;
    options.setSubprotocols({u"jjak.v1"_s});
    m_client->open(QUrl(u"ws://127.0.0.1:%1/ws"_s.arg(m_server->port())), options);
    QTRY_COMPARE(m_client->state(), QAbstractSocket::ConnectedState);
    QCOMPARE(m_client->subprotocol(), u"jjak.v1"_s);
}

void TestQtClient::cleanup()
{
    m_client.reset();
    m_server.reset();
}

void TestQtClient::textComesBack_data()
{
    QTest::addColumn<QString>("message");
    QTest::newRow("empty") << u""_s;
    QTest::newRow("Hangul and an emoji") << u"안녕하세요 💑"_s;
    QTest::newRow("125 bytes") << QString(125, u'x');
    QTest::newRow("126 bytes") << QString(126, u'x');
    QTest::newRow("65,535 bytes") << QString(65535, u'x');
    QTest::newRow("65,536 bytes") << QString(65536, u'x');
    QTest::newRow("65,535 bytes of Hangul") << QString(21845, u'짝');
}

void TestQtClient::textComesBack()
{
    QFETCH(QString, message);
    QSignalSpy messages(m_client.get(), &QWebSocket::textMessageReceived);
    m_client->sendTextMessage(message);
    QTRY_COMPARE(messages.size(), 1);
    QCOMPARE(messages[0][0].toString(), message);
}

void TestQtClient::binaryComesBack_data()
{
    QTest::addColumn<int>("size");
    for (const int size : {0, 1, 125, 126, 65535, 65536})
        QTest::addRow("%d bytes", size) << size;
}

void TestQtClient::binaryComesBack()
{
    QFETCH(int, size);
    QByteArray message(size, '\0');
    for (int i = 0; i < size; ++i)
        message[i] = static_cast<char>(i * 31);
    QSignalSpy messages(m_client.get(), &QWebSocket::binaryMessageReceived);
    m_client->sendBinaryMessage(message);
    QTRY_COMPARE(messages.size(), 1);
    QCOMPARE(messages[0][0].toByteArray(), message);
}

void TestQtClient::manyMessagesComeBackInOrder()
{
    constexpr int count = 2000;
    QSignalSpy messages(m_client.get(), &QWebSocket::textMessageReceived);
    for (int i = 0; i < count; ++i)
        m_client->sendTextMessage(QString::number(i) + QString(i % 300, u'.'));
    QTRY_COMPARE(messages.size(), count);
    for (int i = 0; i < count; ++i)
        QCOMPARE(messages[i][0].toString(), QString::number(i) + QString(i % 300, u'.'));
}

void TestQtClient::messageInManyFramesComesBackWhole()
{
    m_client->setOutgoingFrameSize(1000);
    const QString message(40000, u'f');
    QSignalSpy messages(m_client.get(), &QWebSocket::textMessageReceived);
    m_client->sendTextMessage(message);
    QTRY_COMPARE(messages.size(), 1);
    QCOMPARE(messages[0][0].toString(), message);
}

void TestQtClient::pingIsAnswered()
{
    QSignalSpy pongs(m_client.get(), &QWebSocket::pong);
    m_client->ping("are you there?");
    QTRY_COMPARE(pongs.size(), 1);
    QCOMPARE(pongs[0][1].toByteArray(), "are you there?");
}

void TestQtClient::closeIsAnsweredWithTheSameCode()
{
    m_client->close(QWebSocketProtocol::CloseCodeGoingAway, u"안녕히"_s);
    QTRY_COMPARE(m_client->state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(m_client->closeCode(), QWebSocketProtocol::CloseCodeGoingAway);
}

void TestQtClient::messageThatIsTooBigClosesWith1009()
{
    m_client->sendBinaryMessage(QByteArray(65537, 'x'));
    QTRY_COMPARE(m_client->state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(m_client->closeCode(), QWebSocketProtocol::CloseCodeTooMuchData);
    QCOMPARE(m_client->closeReason(), u"frame too big"_s);
}

void TestQtClient::textThatIsNotUtf8NeverArises()
{
    const QString loneSurrogate(1, QChar(0xD800));
    QSignalSpy messages(m_client.get(), &QWebSocket::textMessageReceived);
    m_client->sendTextMessage(loneSurrogate);
    QTRY_COMPARE(messages.size(), 1); // Qt writes something valid in its place; the connection lives on
    QCOMPARE(m_client->state(), QAbstractSocket::ConnectedState);
}

QTEST_GUILESS_MAIN(TestQtClient)
#include "tst_qt_client.moc"
