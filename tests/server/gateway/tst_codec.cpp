// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/websocket/codec.h"
#include "tests/server/gateway/client_frames.h"
#include "tests/server/gateway/cuts.h"
#include "tests/server/gateway/received.h"

#include <QTest>

using namespace jjak::gateway;
using namespace jjak::gateway::test;

namespace {

std::span<char> spanOf(QByteArray &bytes)
{
    return {bytes.data(), static_cast<std::size_t>(bytes.size())};
}

bool liesIn(QByteArrayView view, const QByteArray &bytes)
{
    return view.data() >= bytes.constData() && view.data() + view.size() <= bytes.constData() + bytes.size();
}

} // namespace

//! What the table of RFC 6455 cannot show: memory, lifetimes, limits that are set, and the frames of the server.
class TestCodec : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wholeMessageIsHandedOnWhereItLies();
    void wholeMessageTakesNoMemory();
    void messageInPiecesIsReleasedAfterDelivery();
    void announcedLengthAloneTakesNoMemory();
    void memoryStaysWithinTheLimits();
    void failureReleasesEverythingAndSwallowsTheRest();
    void limitsCanBeSet();
    void pingInsideAnUnfinishedMessageLeavesItAlone();
    void maskIsTheSameWhereverThePayloadIsCut();
    void textValidatorAgreesOnEveryShortSequence();
    void serverFramesAreThoseOfTheRfc();
    void serverFramesUseTheShortestLength();
    void controlFramesAreNeverTooLong();
    void closeReasonIsCutBetweenCodePoints();
    void closeWithoutALegalCodeIsEmpty();
};

void TestCodec::wholeMessageIsHandedOnWhereItLies()
{
    QByteArray bytes = text("first") + binary(QByteArray(40000, 'b')) + ping("p");
    std::span<char> input = spanOf(bytes);
    WebSocketCodec codec;
    for (const Incoming::Kind kind : {Incoming::Kind::Text, Incoming::Kind::Binary, Incoming::Kind::Ping}) {
        const Incoming incoming = codec.next(input);
        QCOMPARE(incoming.kind, kind);
        QVERIFY(liesIn(incoming.payload, bytes));
    }
    QVERIFY(input.empty());
    QCOMPARE(codec.next(input).kind, Incoming::Kind::NeedMore);
}

void TestCodec::wholeMessageTakesNoMemory()
{
    WebSocketCodec codec;
    received(codec, {text("a") + ping("b") + binary(QByteArray(65536, 'c'))});
    QCOMPARE(codec.bufferedBytes(), std::size_t(0));
}

void TestCodec::messageInPiecesIsReleasedAfterDelivery()
{
    WebSocketCodec codec;
    const QByteArray bytes = text(QByteArray(50000, 'x'));
    received(codec, {bytes.first(20000)});
    QVERIFY(codec.bufferedBytes() > 19000);
    QCOMPARE(received(codec, {bytes.sliced(20000)}).size(), 1);
    QCOMPARE(codec.bufferedBytes(), std::size_t(0));
}

void TestCodec::announcedLengthAloneTakesNoMemory()
{
    WebSocketCodec codec;
    received(codec, {announced(0x82, 65536) + "abc"});
    QVERIFY(codec.bufferedBytes() < 100);
}

void TestCodec::memoryStaysWithinTheLimits()
{
    const CodecLimits limits;
    QRandomGenerator random(7);
    QByteArray bytes = textStart(QByteArray(30000, 'a'));
    for (int i = 0; i < 62; ++i)
        bytes += more(QByteArray(573, 'b')) + ping(QByteArray(125, 'p'));
    bytes += last("c");
    for (const QList<QByteArray> &pieces : {inOnePiece(bytes), byteByByte(bytes), atRandom(bytes, random), atRandom(bytes, random)}) {
        WebSocketCodec codec;
        qsizetype events = 0;
        for (const QByteArray &piece : pieces) {
            events += received(codec, {piece}).size();
            QVERIFY(codec.bufferedBytes() <= limits.messageBytes + controlPayloadBytes);
        }
        QCOMPARE(events, 63);
    }
}

void TestCodec::failureReleasesEverythingAndSwallowsTheRest()
{
    WebSocketCodec codec;
    received(codec, {textStart(QByteArray(30000, 'a'))});
    QVERIFY(codec.bufferedBytes() >= 30000);
    QCOMPARE(received(codec, {frame(0x83), text("a")}), QList<Expected>{failed(CloseProtocolError)});
    QVERIFY(codec.isFinished());
    QCOMPARE(codec.bufferedBytes(), std::size_t(0));
    QByteArray rest = text("more");
    std::span<char> input = spanOf(rest);
    QCOMPARE(codec.next(input).kind, Incoming::Kind::NeedMore);
    QVERIFY(input.empty());
}

void TestCodec::limitsCanBeSet()
{
    const auto under = [](CodecLimits limits, const QByteArray &bytes) {
        WebSocketCodec codec(limits);
        return received(codec, {bytes});
    };
    const CodecLimits limits{.frameBytes = 10, .messageBytes = 15, .fragments = 3};
    QCOMPARE(under(limits, text("0123456789")), QList<Expected>{gotText("0123456789")});
    QCOMPARE(under(limits, text("0123456789a")), QList<Expected>{failed(CloseTooBig)});
    QCOMPARE(under(limits, textStart("0123456789") + last("abcde")), QList<Expected>{gotText("0123456789abcde")});
    QCOMPARE(under(limits, textStart("0123456789") + last("abcdef")), QList<Expected>{failed(CloseTooBig)});
    QCOMPARE(under(limits, textStart("a") + more("b") + last("c")), QList<Expected>{gotText("abc")});
    QCOMPARE(under(limits, textStart("a") + more("b") + more("c") + last("d")), QList<Expected>{failed(ClosePolicy)});
}

void TestCodec::pingInsideAnUnfinishedMessageLeavesItAlone()
{
    QByteArray bytes = textStart("안") + ping("p").chopped(1);
    QByteArray rest = ping("p").last(1) + last("녕");
    WebSocketCodec codec;
    QVERIFY(received(codec, {bytes}).isEmpty());
    const QList<Expected> expected{gotPing("p"), gotText("안녕")};
    QCOMPARE(received(codec, {rest}), expected);
}

void TestCodec::maskIsTheSameWhereverThePayloadIsCut()
{
    const MaskKey key{'\x12', '\x9A', '\x00', '\xFF'};
    QByteArray whole(100, '\0');
    for (int i = 0; i < whole.size(); ++i)
        whole[i] = static_cast<char>(i * 37);
    QByteArray simple = whole;
    for (qsizetype i = 0; i < simple.size(); ++i)
        simple[i] = static_cast<char>(simple[i] ^ key[static_cast<std::size_t>(i % 4)]);
    for (std::size_t cut = 0; cut <= 100; ++cut) {
        QByteArray pieces = whole;
        applyMask(spanOf(pieces).first(cut), key, 0);
        applyMask(spanOf(pieces).subspan(cut), key, cut);
        QCOMPARE(pieces, simple);
    }
}

void TestCodec::textValidatorAgreesOnEveryShortSequence()
{
    // The other opinion: decode a code point arithmetically, then look whether the number is one and was written shortly.
    const auto isCodePoint = [](const QByteArray &bytes) {
        const auto byte = [&](qsizetype i) { return static_cast<quint8>(bytes[i]); };
        const quint8 lead = byte(0);
        const qsizetype size = lead < 0x80 ? 1 : (lead & 0xE0) == 0xC0 ? 2 : (lead & 0xF0) == 0xE0 ? 3 : (lead & 0xF8) == 0xF0 ? 4 : 0;
        if (size != bytes.size())
            return false;
        char32_t point = size == 1 ? lead : lead & (0x7Fu >> size);
        for (qsizetype i = 1; i < size; ++i) {
            if ((byte(i) & 0xC0) != 0x80)
                return false;
            point = point << 6 | (byte(i) & 0x3Fu);
        }
        const char32_t least = size == 1 ? 0 : size == 2 ? 0x80 : size == 3 ? 0x800 : 0x10000;
        return point >= least && point <= 0x10FFFF && (point < 0xD800 || point > 0xDFFF);
    };
    const auto agrees = [&](const QByteArray &bytes) {
        Utf8Validator validator;
        validator.feed(bytes);
        return validator.isComplete() == isCodePoint(bytes);
    };
    const QList<int> tails{0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF};
    for (int lead = 0x80; lead < 256; ++lead) {
        QVERIFY(agrees(QByteArray(1, static_cast<char>(lead))));
        for (int second = lead < 0xC0 ? 256 : 0; second < 256; ++second) {
            QByteArray bytes{2, static_cast<char>(lead)};
            bytes[1] = static_cast<char>(second);
            // Two code points are not what isCodePoint judges; a lead of two bytes and ASCII never make two valid ones.
            QVERIFY2(agrees(bytes), bytes.toHex().constData());
            for (const int third : tails) {
                const QByteArray three = bytes + static_cast<char>(third);
                if (lead >= 0xE0)
                    QVERIFY2(agrees(three), three.toHex().constData());
                for (const int fourth : tails) {
                    const QByteArray four = three + static_cast<char>(fourth);
                    if (lead >= 0xF0)
                        QVERIFY2(agrees(four), four.toHex().constData());
                }
            }
        }
    }
}

void TestCodec::serverFramesAreThoseOfTheRfc()
{
    QCOMPARE(textFrame("Hello").toHex(), "810548656c6c6f");
    QCOMPARE(pingFrame("Hello").toHex(), "890548656c6c6f");
    QCOMPARE(pongFrame("Hello").toHex(), "8a0548656c6c6f");
    QCOMPARE(pingFrame().toHex(), "8900");
    QCOMPARE(closeFrame(CloseNormal).toHex(), "880203e8");
    QCOMPARE(closeFrame(CloseGoingAway, "bye").toHex(), "880503e9627965");
    QCOMPARE(binaryFrame(QByteArray(256, 'b')).first(4).toHex(), "827e0100");
    QCOMPARE(binaryFrame(QByteArray(65536, 'b')).first(10).toHex(), "827f0000000000010000");
}

void TestCodec::serverFramesUseTheShortestLength()
{
    struct Size { qsizetype payload; qsizetype frame; };
    for (const Size size : {Size{0, 2}, Size{125, 127}, Size{126, 130}, Size{65535, 65539}, Size{65536, 65546}}) {
        const QByteArray payload(size.payload, 'x');
        QCOMPARE(textFrame(payload).size(), size.frame);
        QVERIFY(textFrame(payload).endsWith(payload));
    }
}

void TestCodec::controlFramesAreNeverTooLong()
{
    const QByteArray payload(200, 'p');
    QCOMPARE(pingFrame(payload), pingFrame(payload.first(125)));
    QCOMPARE(pongFrame(payload).size(), 127);
    QCOMPARE(closeFrame(CloseNormal, payload).size(), 127);
}

void TestCodec::closeReasonIsCutBetweenCodePoints()
{
    const QByteArray reason = QByteArray(121, 'r') + "안";
    QCOMPARE(closeFrame(CloseNormal, reason), closeFrame(CloseNormal, reason.first(121)));
    const QByteArray fits = QByteArray(120, 'r') + "안";
    QVERIFY(closeFrame(CloseNormal, fits).endsWith("안"));
}

void TestCodec::closeWithoutALegalCodeIsEmpty()
{
    for (const int code : {0, 999, 1004, 1005, 1006, 1015, 2000, 5000})
        QCOMPARE(closeFrame(static_cast<std::uint16_t>(code), "words").toHex(), "8800");
}

QTEST_GUILESS_MAIN(TestCodec)
#include "tst_codec.moc"
