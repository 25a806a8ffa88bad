// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include "common/protocol/frame.h"
#include "random_values.h"

using namespace jjak;
using namespace jjak::protocol;
using namespace Qt::StringLiterals;

namespace {

constexpr int rounds = 200;

QString text(std::string_view s)
{
    return QString::fromUtf8(s.data(), qsizetype(s.size()));
}

bool isSentence(std::string_view doc)
{
    return doc.size() >= 4 && doc.back() == '.' && QChar(QLatin1Char(doc.front())).isUpper();
}

template <Described T>
QStringList badFields()
{
    static const QRegularExpression shape(u"^[a-z][A-Za-z0-9]*$"_s);
    QStringList bad;
    QSet<QString> names;
    forEachField<T>([&](const auto &f) {
        const QString name = text(f.name);
        if (!shape.match(name).hasMatch() || names.contains(name) || f.doc.size() < 4 || f.rule.min > f.rule.max)
            bad.append(name);
        names.insert(name);
    });
    return bad;
}

} // namespace

class TestRegistry : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void commandsHaveUniqueNamesAndSentences()
    {
        static const QRegularExpression shape(u"^(hello|[a-z]+(_[a-z]+)*\\.[a-z]+(_[a-z]+)*)$"_s);
        QSet<QString> names;
        forEachCommand([&]<class C>() {
            const QString name = text(C::spec.name);
            QVERIFY2(shape.match(name).hasMatch(), qPrintable(name));
            QVERIFY2(!names.contains(name), qPrintable(name));
            QVERIFY2(isSentence(C::spec.doc), qPrintable(name));
            QCOMPARE(badFields<C>(), QStringList());
            QCOMPARE(badFields<typename C::Reply>(), QStringList());
            names.insert(name);
        });
        QCOMPARE(size_t(names.size()), commandCount);
    }
    void eventsHaveUniqueNamesAndSentences()
    {
        static const QRegularExpression shape(u"^[a-z]+\\.[a-z]+(_[a-z]+)*$"_s);
        QSet<QString> names;
        forEachEvent([&]<class E>() {
            const QString name = text(E::name);
            QVERIFY2(shape.match(name).hasMatch(), qPrintable(name));
            QVERIFY2(!names.contains(name), qPrintable(name));
            QVERIFY2(isSentence(E::doc), qPrintable(name));
            QCOMPARE(badFields<E>(), QStringList());
            names.insert(name);
        });
        QCOMPARE(size_t(names.size()), std::variant_size_v<Event>);
    }
    //! Nobody can reach a command that writes before signing in, except to sign in.
    void publicCommandsAreOnlyThoseThatSignIn()
    {
        QSet<QString> open;
        forEachCommand([&]<class C>() {
            if (C::spec.access == Access::Public)
                open.insert(text(C::spec.name));
        });
        QCOMPARE(open, (QSet<QString>{u"hello"_s, u"account.sign_up"_s, u"account.sign_in"_s, u"session.resume"_s}));
    }
    void everyCommandComesThroughTheWire()
    {
        SeededRng rng(1);
        forEachCommand([&]<class C>() {
            for (int i = 0; i < rounds; ++i) {
                const C sent = testing::randomOf<C>(rng);
                const qint64 id = 1 + qint64(rng.below(1'000'000));
                const QByteArray frame = encodeRequest(id, sent);
                const auto request = parseRequest(frame);
                QVERIFY2(request.ok(), frame.constData());
                QCOMPARE(request->id, id);
                const auto got = decodeCommand(request->cmd, request->args);
                QVERIFY2(got.ok(), frame.constData());
                QVERIFY(got->is<C>());
                QVERIFY(equalFields(got->get<C>(), sent));
                QCOMPARE(got->spec().name, C::spec.name);
            }
        });
    }
    void everyReplyComesThroughTheWire()
    {
        SeededRng rng(2);
        forEachCommand([&]<class C>() {
            using R = typename C::Reply;
            for (int i = 0; i < rounds / 4; ++i) {
                const R sent = testing::randomOf<R>(rng);
                const QByteArray bytes = encodeReply(7, sent);
                const auto frame = parseServerFrame(bytes);
                QVERIFY2(frame.ok() && std::holds_alternative<Answered>(*frame), bytes.constData());
                const auto &answered = std::get<Answered>(*frame);
                QCOMPARE(answered.re, 7);
                const auto got = decode<R>(QJsonValue(std::get<QJsonObject>(answered.result)));
                QVERIFY2(got.ok(), bytes.constData());
                QVERIFY(equalFields(*got, sent));
            }
        });
    }
    void everyEventComesThroughTheWire()
    {
        SeededRng rng(3);
        forEachEvent([&]<class E>() {
            for (int i = 0; i < rounds; ++i) {
                const E sent = testing::randomOf<E>(rng);
                const QByteArray bytes = encodeEvent(sent);
                const auto frame = parseServerFrame(bytes);
                QVERIFY2(frame.ok() && std::holds_alternative<Event>(*frame), bytes.constData());
                const Event &got = std::get<Event>(*frame);
                QVERIFY(std::holds_alternative<E>(got));
                QVERIFY(equalFields(std::get<E>(got), sent));
            }
        });
    }
    void otherNamesAreUnknownCommands()
    {
        for (const QString &name : {u""_s, u"room"_s, u"room.sen"_s, u"Room.send"_s, u"room.send "_s, u"room.message"_s})
            QVERIFY(decodeCommand(name, {}).error().code == ErrorCode::ProtocolUnknownCommand);
    }
    void wrongArgumentsAreNamedBelowArgs()
    {
        const auto refused = decodeCommand(u"room.send", {{u"room"_s, u"x"_s}});
        QCOMPARE(refused.error(), Error::badField(u"args.room"_s, u"id"_s));
        QCOMPARE(decodeCommand(u"hello", {}).error(), Error::badField(u"args.protocol"_s, u"missing"_s));
    }
};

QTEST_GUILESS_MAIN(TestRegistry)
#include "tst_registry.moc"
