// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "common/protocol/frame.h"

using namespace jjak;
using namespace jjak::protocol;
using namespace Qt::StringLiterals;

class TestFrame : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void requestIsReadAsItStands()
    {
        const auto r = parseRequest(R"({"id":7,"cmd":"room.send","args":{"text":"안녕하세요"}})");
        QVERIFY(r.ok());
        QCOMPARE(r->id, 7);
        QCOMPARE(r->cmd, u"room.send"_s);
        QCOMPARE(r->args[u"text"_s].toString(), u"안녕하세요"_s);
    }
    void argumentsMayBeLeftOut()
    {
        const auto r = parseRequest(R"({"id":1,"cmd":"sync.snapshot"})");
        QVERIFY(r.ok() && r->args.isEmpty());
    }
    void unknownMembersOfARequestAreIgnored()
    {
        QVERIFY(parseRequest(R"({"id":1,"cmd":"x.y","args":{},"trace":{"a":[1]}})"));
    }
    void malformedRequestsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char *name, const QByteArray &bytes, const QString &reason) { QTest::newRow(name) << bytes << reason; };
        row("nothing", "", u"syntax"_s);
        row("no JSON", "hello", u"syntax"_s);
        row("an array", "[]", u"syntax"_s);
        row("a comma too many", R"({"id":1,"cmd":"x",})", u"syntax"_s);
        row("two objects", R"({"id":1,"cmd":"x"}{})", u"syntax"_s);
        row("bad UTF-8", "{\"id\":1,\"cmd\":\"\xff\"}", u"syntax"_s);
        row("a number that is none", R"({"id":1e999,"cmd":"x"})", u"syntax"_s);
        row("no id", R"({"cmd":"x"})", u"id"_s);
        row("id 0", R"({"id":0,"cmd":"x"})", u"id"_s);
        row("id below", R"({"id":-1,"cmd":"x"})", u"id"_s);
        row("id is text", R"({"id":"1","cmd":"x"})", u"id"_s);
        row("id with a fraction", R"({"id":1.5,"cmd":"x"})", u"id"_s);
        row("id beyond 2^53", R"({"id":9007199254740993,"cmd":"x"})", u"id"_s);
        row("no command", R"({"id":1})", u"cmd"_s);
        row("command is a number", R"({"id":1,"cmd":1})", u"cmd"_s);
        row("very long command", R"({"id":1,"cmd":")" + QByteArray(65, 'x') + R"("})", u"cmd"_s);
        row("arguments are an array", R"({"id":1,"cmd":"x","args":[]})", u"args"_s);
        row("arguments are null", R"({"id":1,"cmd":"x","args":null})", u"args"_s);
        row("the same member twice", R"({"id":1,"cmd":"x","cmd":"y"})", u"duplicate"_s);
        row("too deep", R"({"id":1,"cmd":"x","args":{"a":[[[[[[[]]]]]]]}})", u"depth"_s);
    }
    void malformedRequestsAreRefused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, reason);
        const auto r = parseRequest(bytes);
        QVERIFY(!r.ok());
        QVERIFY(r.error().code == ErrorCode::ProtocolMalformed);
        QCOMPARE(r.error().reason, reason);
    }
    void errorsComeThroughTheWire()
    {
        for (const Error &error : {Error{ErrorCode::RoomLeft}, Error::badField(u"args.text"_s, u"length"_s), Error::later(ErrorCode::RateLimited, 1500ms),
                                   Error{ErrorCode::ProtocolMalformed, u"a\"b"_s, u"syntax"_s, 1ms}}) {
            const auto frame = parseServerFrame(encodeError(9, error));
            QVERIFY(frame.ok());
            const auto &answered = std::get<Answered>(*frame);
            QCOMPARE(answered.re, 9);
            QVERIFY(std::get<Error>(answered.result) == error);
        }
    }
    void errorLooksAsDocumented()
    {
        QCOMPARE(encodeError(7, Error::badField(u"args.text"_s, u"length"_s)), QByteArray(R"({"re":7,"err":{"code":"protocol.bad_field","args":{"field":"args.text","reason":"length"}}})"));
        QCOMPARE(encodeError(0, Error{ErrorCode::ProtocolMalformed}), QByteArray(R"({"re":0,"err":{"code":"protocol.malformed","args":{}}})"));
    }
    void aCodeOfANewerServerIsUnavailable()
    {
        const auto frame = parseServerFrame(R"({"re":1,"err":{"code":"future.thing","args":{"x":1}}})");
        QVERIFY(frame.ok());
        QVERIFY(std::get<Error>(std::get<Answered>(*frame).result).code == ErrorCode::Unavailable);
    }
    void anUnknownEventIsToldApart()
    {
        const auto frame = parseServerFrame(R"({"ev":"future.thing","data":7})");
        QVERIFY(frame.ok() && std::holds_alternative<UnknownEvent>(*frame));
        QCOMPARE(std::get<UnknownEvent>(*frame).name, u"future.thing"_s);
    }
    void unknownFieldsOfAnEventAreIgnored()
    {
        const auto frame = parseServerFrame(R"({"ev":"session.ended","data":{"reason":"revoked","by":"x"},"more":1})");
        QVERIFY(frame.ok() && std::holds_alternative<Event>(*frame));
    }
    void wrongDataOfAKnownEventIsNamed()
    {
        const auto frame = parseServerFrame(R"({"ev":"session.ended","data":{"reason":"bored"}})");
        QCOMPARE(frame.error(), Error::badField(u"data.reason"_s, u"value"_s));
    }
    void malformedServerFramesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        for (const char *bytes : {"", "[]", "{}", R"({"re":1})", R"({"re":-1,"ok":{}})", R"({"re":"1","ok":{}})", R"({"re":1,"ok":[]})", R"({"re":1,"err":"x"})", R"({"ok":{}})", R"({"ev":7,"data":{}})",
                                  R"({"re":1,"ok":{},"ok":{}})"})
            QTest::newRow(bytes) << QByteArray(bytes);
    }
    void malformedServerFramesAreRefused()
    {
        QFETCH(QByteArray, bytes);
        const auto frame = parseServerFrame(bytes);
        QVERIFY(!frame.ok());
        QVERIFY(frame.error().code == ErrorCode::ProtocolMalformed);
    }
};

QTEST_GUILESS_MAIN(TestFrame)
#include "tst_frame.moc"
