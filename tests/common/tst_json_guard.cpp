// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonDocument>
#include <QTest>

#include "common/protocol/frame.h"
#include "common/protocol/json_guard.h"
#include "random_values.h"

using namespace jjak;
using namespace jjak::protocol;
using namespace Qt::StringLiterals;

namespace {

QString reasonOf(const QByteArray &json, int depth = 8)
{
    const auto result = guardJson(json, depth);
    return result ? QString() : result.error().reason;
}

} // namespace

class TestJsonGuard : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void refuses_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("reason");
        // Plain literals where quotes are not in balance: moc of Qt 6.4 loses its way in raw ones.
        const auto row = [](const char *name, QByteArray json, const QString &reason) { QTest::newRow(name) << json << reason; };
        row("same key twice", R"({"a":1,"a":2})", u"duplicate"_s);
        row("not side by side", R"({"a":1,"b":[{}],"a":2})", u"duplicate"_s);
        row("in an inner object", R"({"x":{"a":1,"a":1}})", u"duplicate"_s);
        row("in an object of an array", R"([{"b":1},{"a":1,"a":1}])", u"duplicate"_s);
        row("equal when unescaped", R"({"a":1,"\u0061":2})", u"duplicate"_s);
        row("escaped first", R"({"\u0061":1,"a":2})", u"duplicate"_s);
        row("hex digits of either case", R"({"\u00eA":1,"\u00Ea":2})", u"duplicate"_s);
        row("escaped pair and its UTF-8", "{\"\\ud83d\\ude00\":1,\"\xF0\x9F\x98\x80\":2}", u"duplicate"_s);
        row("escaped slash", R"({"a/b":1,"a\/b":2})", u"duplicate"_s);
        row("short escape and long", R"({"\n":1,"\u000a":2})", u"duplicate"_s);
        row("escaped quote", "{\"\\\"\":1,\"\\u0022\":2}", u"duplicate"_s);
        row("escaped backslash", R"({"\\":1,"\u005c":2})", u"duplicate"_s);
        row("empty keys", R"({"":1,"":2})", u"duplicate"_s);
        row("white space around", "{ \"a\" :1 ,\n\t\"a\" : 2}", u"duplicate"_s);
        row("values that look like syntax", "{\"a\":\"{,\\\"[\",\"a\":1}", u"duplicate"_s);

        row("NUL in a value", R"({"a":"x\u0000y"})", u"nul"_s);
        row("NUL in a key", R"({"\u0000":1})", u"nul"_s);
        row("raw NUL in a value", QByteArray("{\"a\":\"x\0y\"}", 11), u"nul"_s);
        row("raw NUL in a key", QByteArray("{\"a\0\":1}", 8), u"nul"_s);

        row("lone high surrogate", R"({"a":"\ud83d"})", u"surrogate"_s);
        row("lone low surrogate", R"({"a":"\ude00"})", u"surrogate"_s);
        row("two high ones", R"({"a":"\ud83d\ud83d"})", u"surrogate"_s);
        row("low before high", R"({"a":"\ude00\ud83d"})", u"surrogate"_s);
        row("high, then a character", R"({"a":"\ud83dx"})", u"surrogate"_s);
        row("high, then another escape", R"({"a":"\ud83d\n"})", u"surrogate"_s);
        row("high at the end of the text", "[\"\\ud83d", u"surrogate"_s);
        row("lone in a key", R"({"\ud83d":1})", u"surrogate"_s);

        row("nine arrays", "[[[[[[[[[]]]]]]]]]", u"depth"_s);
        row("nine of both", R"({"a":[{"a":[{"a":[{"a":[{}]}]}]}]})", u"depth"_s);
        row("a flood of brackets", QByteArray(60'000, '['), u"depth"_s);

        row("string without end", "{\"a\":\"x", u"syntax"_s);
        row("escape without end", "[\"\\", u"syntax"_s);
        row("short hex", R"(["\u12"])", u"syntax"_s);
        row("hex that is none", R"(["\u12g4"])", u"syntax"_s);
        row("closed too often", "{}}", u"syntax"_s);
    }
    void refuses()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, reason);
        QCOMPARE(reasonOf(json), reason);
        QVERIFY(guardJson(json).error().code == ErrorCode::ProtocolMalformed);
    }
    void passes_data()
    {
        QTest::addColumn<QByteArray>("json");
        for (const char *json : {"{}", "[]", "1", R"({"a":1,"b":2})", R"({"a":{"a":{"a":1}}})", R"([{"a":1},{"a":1}])", R"({"a":["a","a","a"]})", R"({"a":"a","b":"a"})", R"({"a":1,"A":2})",
                                 R"({"x":"\ud83d\ude00"})", R"({"x":"\\u0000"})", R"({"x":"\\ud83d"})", R"({"\\u0061":1,"a":2})", R"({"\\n":1,"\n":2})", "{\"a\":\"},{\",\"b\":\"\\\"a\\\":1\"}",
                                 R"([[[[[[[[]]]]]]]])", R"({"a":[],"b":{},"c":[1,2,3]})"})
            QTest::newRow(json) << QByteArray(json);
    }
    void passes()
    {
        QFETCH(QByteArray, json);
        QCOMPARE(reasonOf(json), QString());
        QVERIFY(!QJsonDocument::fromJson('[' + json + ']').isNull()); // the sample itself is good JSON
    }
    void depthIsTheCallersChoice()
    {
        QCOMPARE(reasonOf("[[1]]", 2), QString());
        QCOMPARE(reasonOf("[[1]]", 1), u"depth"_s);
        QCOMPARE(reasonOf("[1]", 1), QString());
        QCOMPARE(reasonOf("[[],[],[]]", 2), QString());
    }
    //! An independent count: Qt keeps one of equal keys, so a lost key must have been refused.
    void noKeyGetsLost()
    {
        SeededRng rng(3);
        static const QByteArray spellings[] = {"a", "\\u0061", "/", "\\/", "\\u002f", "\\n", "\\u000A", "\\u000a", "\\\\", "\\u005C", "\\\"", "\\u0022", "\\t", "\\u0009", "\xED\x95\x9C", "\\uD55C"};
        int refused = 0;
        for (int i = 0; i < 5000; ++i) {
            QByteArray json = "{";
            const int keys = 2 + int(rng.below(3));
            for (int k = 0; k < keys; ++k)
                json += (k ? ",\"" : "\"") + spellings[rng.below(std::size(spellings))] + spellings[rng.below(std::size(spellings))] + "\":0";
            json += '}';
            const auto document = QJsonDocument::fromJson(json);
            QVERIFY(document.isObject());
            QVERIFY2((document.object().size() == keys) == reasonOf(json).isEmpty(), json.constData());
            refused += document.object().size() == keys ? 0 : 1;
        }
        QVERIFY(refused > 10);
    }
    //! Whatever the bytes are, the guard comes to an end and never reads beyond them (run with sanitizers).
    void survivesAnyBytes()
    {
        SeededRng rng(4);
        static constexpr char alphabet[] = "{}[]\":,\\u0dD8c1 x";
        int passed = 0;
        for (int i = 0; i < 20'000; ++i) {
            QByteArray json(qsizetype(rng.below(24)), ' ');
            for (char &c : json)
                c = alphabet[rng.below(sizeof alphabet)]; // the closing NUL too
            passed += guardJson(json) ? 1 : 0;
        }
        QVERIFY(passed > 100 && passed < 20'000);
    }
    void everythingWeSendPasses()
    {
        SeededRng rng(5);
        forEachCommand([&]<class C>() {
            for (int i = 0; i < 20; ++i)
                QVERIFY(guardJson(encodeRequest(1, testing::randomOf<C>(rng))));
        });
        forEachEvent([&]<class E>() {
            for (int i = 0; i < 20; ++i)
                QVERIFY(guardJson(encodeEvent(testing::randomOf<E>(rng))));
        });
    }
};

QTEST_GUILESS_MAIN(TestJsonGuard)
#include "tst_json_guard.moc"
