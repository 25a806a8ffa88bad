// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonDocument>
#include <QTest>

#include "common/protocol/commands.h"
#include "common/protocol/described_codec.h"

using namespace jjak;
using namespace jjak::protocol;
using namespace Qt::StringLiterals;

namespace {

enum class Fruit { Apple, Pear };

//! One field of every kind.
struct Inner {
    int count = 0;
    bool operator==(const Inner &) const = default;
    static constexpr std::string_view title = "Inner";
    static constexpr auto fields(auto each) { return each(field("count", &Inner::count, "", Rule::range(1, 5))); }
};
struct Sample {
    QString line;
    QString lines;
    qint64 number = 0;
    int small = 0;
    bool flag = false;
    RoomId id;
    Time at;
    Day day;
    Cell cell;
    Fruit fruit = Fruit::Apple;
    QList<QString> words;
    QList<Inner> inners;
    Inner inner;
    std::optional<int> maybe;
    static constexpr std::string_view title = "Sample";
    static constexpr auto fields(auto each)
    {
        return each(field("line", &Sample::line, "", Rule::line(1, 5)), field("lines", &Sample::lines, "", Rule::text(0, 5)), field("number", &Sample::number, "", Rule::range(0, qint64(1) << 53)),
                          field("small", &Sample::small, "", Rule::range(1, 7)), field("flag", &Sample::flag, ""), field("id", &Sample::id, ""), field("at", &Sample::at, ""),
                          field("day", &Sample::day, ""), field("cell", &Sample::cell, ""), field("fruit", &Sample::fruit, ""), field("words", &Sample::words, "", Rule::upTo(2)),
                          field("inners", &Sample::inners, "", Rule::upTo(3)), field("inner", &Sample::inner, ""), field("maybe", &Sample::maybe, "", Rule::range(0, 9)));
    }
};

QJsonObject good()
{
    return QJsonDocument::fromJson(R"({"line":"abc","lines":"a\nb","number":9007199254740992,"small":7,"flag":true,"id":"BBBBBBBBBBBBBBBBBBBBBQ","at":"2026-11-21T08:48:42.123Z",
        "day":"2000-02-29","cell":"2-5040-7","fruit":"pear","words":["a","b"],"inners":[{"count":1},{"count":5}],"inner":{"count":2},"maybe":9})")
        .object();
}

//! A JSON value written down, for instance value("1.5").
QJsonValue value(const char *json)
{
    return QJsonDocument::fromJson(QByteArray("[") + json + ']').array().at(0);
}

//! "field: reason" of decoding the good object with one field replaced; "" when it passes.
QString refusal(const QString &name, const QJsonValue &value)
{
    QJsonObject object = good();
    value.isUndefined() ? object.remove(name) : void(object.insert(name, value));
    const auto result = decode<Sample>(QJsonValue(object), u"args"_s);
    if (result)
        return {};
    return result.error().code == ErrorCode::ProtocolBadField ? result.error().field + u": "_s + result.error().reason : u"other code"_s;
}

} // namespace

template <>
struct jjak::protocol::EnumNames<Fruit> {
    static constexpr auto names = std::to_array<std::string_view>({"apple", "pear"});
    static constexpr std::string_view title = "Fruit";
};

class TestCodec : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void goodIsDecodedFieldByField()
    {
        const auto s = decode<Sample>(QJsonValue(good()));
        QVERIFY(s.ok());
        QCOMPARE(s->line, u"abc"_s);
        QCOMPARE(s->lines, u"a\nb"_s);
        QCOMPARE(s->number, qint64(1) << 53);
        QCOMPARE(s->small, 7);
        QVERIFY(s->flag);
        QCOMPARE(s->id.toText(), QByteArray("BBBBBBBBBBBBBBBBBBBBBQ"));
        QCOMPARE(toIso(s->at), QByteArray("2026-11-21T08:48:42.123Z"));
        QCOMPARE(toIso(s->day), QByteArray("2000-02-29"));
        QCOMPARE(s->cell.toText(), QByteArray("2-5040-7"));
        QVERIFY(s->fruit == Fruit::Pear);
        QCOMPARE(s->words, (QStringList{u"a"_s, u"b"_s}));
        QVERIFY(s->inners == (QList<Inner>{{1}, {5}}) && s->inner == Inner{2} && s->maybe == 9);
    }
    void encodesInTheOrderOfTheFields()
    {
        const auto s = decode<Sample>(QJsonValue(good()));
        QCOMPARE(encode(*s), QByteArray(R"({"line":"abc","lines":"a\nb","number":9007199254740992,"small":7,"flag":true,"id":"BBBBBBBBBBBBBBBBBBBBBQ","at":"2026-11-21T08:48:42.123Z",)"
                                        R"("day":"2000-02-29","cell":"2-5040-7","fruit":"pear","words":["a","b"],"inners":[{"count":1},{"count":5}],"inner":{"count":2},"maybe":9})"));
    }
    void everyRequiredFieldIsMissed()
    {
        forEachField<Sample>([&](const auto &f) {
            const QString name = QString::fromLatin1(f.name.data(), qsizetype(f.name.size()));
            const QString expected = name == u"maybe"_s ? QString() : u"args."_s + name + u": missing"_s;
            QCOMPARE(refusal(name, QJsonValue(QJsonValue::Undefined)), expected);
        });
    }
    void nullStandsOnlyForAnOptionalField()
    {
        forEachField<Sample>([&](const auto &f) {
            const QString name = QString::fromLatin1(f.name.data(), qsizetype(f.name.size()));
            QCOMPARE(refusal(name, QJsonValue::Null), name == u"maybe"_s ? QString() : u"args."_s + name + u": type"_s);
        });
    }
    //! Every field is offered a value of every JSON type that is not its own.
    void wrongTypesAreRefused()
    {
        forEachField<Sample>([&](const auto &f) {
            const QString name = QString::fromLatin1(f.name.data(), qsizetype(f.name.size()));
            const auto own = good().value(name).type();
            for (const char *sample : {"true", "7", "\"7\"", "[]", "{}"})
                if (value(sample).type() != own)
                    QCOMPARE(refusal(name, value(sample)), u"args."_s + name + u": type"_s);
        });
    }
    void refusesValues_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("refused");
        const auto row = [](const char *name, const QByteArray &json, const char *refused) {
            QTest::addRow("%s = %s", name, json.left(60).constData()) << QString::fromLatin1(name) << json << (*refused ? u"args."_s + QString::fromLatin1(refused) : QString());
        };
        row("number", "-1", "number: range");
        row("number", "1.5", "number: type");
        row("number", "0.1e1", "");
        row("number", "1e15", "");
        row("number", "9007199254740993", "number: type");
        row("number", "9223372036854775807", "number: type");
        row("number", "9223372036854775808", "number: type");
        row("number", "-9223372036854775808", "number: type");
        row("number", "1e300", "number: type");
        row("number", "-0.0", "");
        row("small", "0", "small: range");
        row("small", "8", "small: range");
        row("small", "4294967297", "small: range");
        row("small", "1", "");
        row("id", R"("AAAAAAAAAAAAAAAAAAAAAA")", "id: id");
        row("at", R"("2026-11-21")", "at: time");
        row("day", R"("2023-02-29")", "day: day");
        row("cell", R"("2-5040-99999")", "cell: cell");
        row("cell", R"("02-5040-7")", "cell: cell");
        row("fruit", R"("plum")", "fruit: value");
        row("fruit", R"("Pear")", "fruit: value");
        row("fruit", R"("")", "fruit: value");
        row("words", R"(["a","b","c"])", "words: length");
        row("words", R"(["a",1])", "words[1]: type");
        row("words", '[' + ('"' + QByteArray(65, 'x') + '"') + ']', "words[0]: length");
        row("words", R"(["a\nb"])", "words[0]: characters");
        row("inner", R"({"count":0})", "inner.count: range");
        row("inner", "{}", "inner.count: missing");
        row("inners", R"([{"count":1},{"count":6}])", "inners[1].count: range");
        row("inners", R"([{"count":1},7])", "inners[1]: type");
        row("maybe", "10", "maybe: range");
        row("maybe", "\"1\"", "maybe: type");
    }
    void refusesValues()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, json);
        QFETCH(QString, refused);
        QVERIFY(!value(json.constData()).isUndefined());
        QCOMPARE(refusal(name, value(json.constData())), refused);
    }
    void refusesTexts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("inLine");
        QTest::addColumn<QString>("inLines");
        const QString none, characters = u"characters"_s, length = u"length"_s;
        QTest::newRow("five letters") << u"abcde"_s << none << none;
        QTest::newRow("six letters") << u"abcdef"_s << length << length;
        QTest::newRow("empty") << u""_s << length << none;
        QTest::newRow("five syllables") << u"안녕하세요"_s << none << none;
        QTest::newRow("five emoji are five") << u"😀😀😀😀😀"_s << none << none;
        QTest::newRow("six emoji") << u"😀😀😀😀😀😀"_s << length << length;
        QTest::newRow("a family counts its parts") << u"👩‍👩‍👧"_s << none << none;
        QTest::newRow("marks count") << u"e\u0301e\u0301"_s << none << none;
        QTest::newRow("line break") << u"a\nb"_s << characters << none;
        QTest::newRow("tab") << u"a\tb"_s << characters << none;
        QTest::newRow("carriage return") << u"a\rb"_s << characters << characters;
        QTest::newRow("NUL") << QString(u'\0') << characters << characters;
        QTest::newRow("escape") << u"\u001b[1m"_s << characters << characters;
        QTest::newRow("delete") << u"a\u007f"_s << characters << characters;
        QTest::newRow("C1 control") << u"a\u0085"_s << characters << characters;
        QTest::newRow("line separator") << u"a\u2028"_s << characters << none;
        QTest::newRow("bidi override") << u"a\u202eb"_s << characters << none;
        QTest::newRow("bidi isolate") << u"a\u2066b"_s << characters << none;
        QTest::newRow("noncharacter") << u"\ufdd0"_s << characters << characters;
        QTest::newRow("noncharacter beyond the first plane") << u"\U0001ffff"_s << characters << characters;
        QTest::newRow("lone high surrogate") << QString(QChar(0xd83d)) << characters << characters;
        QTest::newRow("lone low surrogate") << QString(QChar(0xde00)) << characters << characters;
        QTest::newRow("surrogates swapped") << QString(QChar(0xde00)) + QChar(0xd83d) << characters << characters;
    }
    void refusesTexts()
    {
        QFETCH(QString, text);
        QFETCH(QString, inLine);
        QFETCH(QString, inLines);
        const auto reason = [&](const Rule &rule) {
            const auto result = checkText(text, rule, u"t"_s);
            return result ? QString() : result.error().reason;
        };
        QCOMPARE(reason(Rule::line(1, 5)), inLine);
        QCOMPARE(reason(Rule::text(0, 5)), inLines);
    }
    void aLineTakesEverythingElse()
    {
        for (const QString &text : {u"\"\\/'<>&"_s, u"é漢字ㅋㅋ"_s, u"👨‍👩‍👧‍👦🏳️‍🌈"_s, u"שלום عربى"_s})
            QVERIFY(checkText(text, Rule::line(0, 64), u"t"_s));
    }
    void unknownFieldsAreIgnored()
    {
        QCOMPARE(refusal(u"fromTheFuture"_s, value("{\"x\":[1,2,{}]}")), QString());
    }
    void theFirstWrongFieldIsNamed()
    {
        QJsonObject object = good();
        object.insert(u"line"_s, 1);
        object.insert(u"small"_s, 99);
        QCOMPARE(decode<Sample>(QJsonValue(object), u"args"_s).error().field, u"args.line"_s);
    }
    void topLevelMustBeAnObject()
    {
        for (const char *json : {"[]", "1", "null", "\"x\""})
            QCOMPARE(decode<Inner>(value(json), u"args"_s).error(), Error::badField(u"args"_s, u"type"_s));
        QCOMPARE(decode<Inner>(QJsonValue(QJsonObject())).error().field, u"count"_s);
    }
    void writerEscapesWhatJsonNeeds()
    {
        QByteArray out;
        JsonWriter w(out);
        w.string(u"\"\\\n\t\u0001/é😀"_s);
        QCOMPARE(out, QByteArray("\"\\\"\\\\\\n\\u0009\\u0001/\xC3\xA9\xF0\x9F\x98\x80\""));
        QCOMPARE(value(out.constData()).toString(), u"\"\\\n\t\u0001/é😀"_s);
    }
    void writerSetsCommasBetweenWhateverItWrites()
    {
        QByteArray out;
        JsonWriter w(out);
        w.beginObject();
        w.key("a");
        w.beginArray();
        for (const qint64 number : {std::numeric_limits<qint64>::min(), qint64(0), std::numeric_limits<qint64>::max()})
            w.number(number);
        w.boolean(true);
        w.boolean(false);
        w.token("t");
        w.token("");
        w.string(u"");
        w.raw("{}");
        w.beginArray();
        w.endArray();
        w.beginObject();
        w.endObject();
        w.endArray();
        w.key("b");
        w.token("x");
        w.key("");
        w.number(7);
        w.endObject();
        QCOMPARE(out, "{\"a\":[-9223372036854775808,0,9223372036854775807,true,false,\"t\",\"\",\"\",{},[],{}],\"b\":\"x\",\"\":7}");
    }
    //! The JSON Schema says of lists and texts what the decoder enforces.
    void schemaHasTheRules()
    {
        const auto property = [](const char *name) { return Codec<Sample>::schema()[u"properties"_s][QLatin1StringView(name)]; };
        QCOMPARE(property("line")["minLength"_L1].toInt(), 1);
        QCOMPARE(property("line")["maxLength"_L1].toInt(), 5);
        QCOMPARE(property("small")["minimum"_L1].toInt(), 1);
        QCOMPARE(property("small")["maximum"_L1].toInt(), 7);
        QCOMPARE(property("words")["maxItems"_L1].toInt(), 2);
        QCOMPARE(property("words")["items"_L1]["maxLength"_L1].toInt(), 64);
        QCOMPARE(property("inners")["maxItems"_L1].toInt(), 3);
        QCOMPARE(property("inner")["properties"_L1]["count"_L1]["maximum"_L1].toInt(), 5);
        QCOMPARE(property("fruit")["enum"_L1].toArray(), (QJsonArray{u"apple"_s, u"pear"_s}));
        QVERIFY(!Codec<Sample>::schema()[u"required"_s].toArray().contains(u"maybe"_s));
        QCOMPARE(Codec<Sample>::schema()[u"required"_s].toArray().size(), 13);
    }
};

QTEST_GUILESS_MAIN(TestCodec)
#include "tst_codec.moc"
