// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <algorithm>

#include "tests/e2e/asker.h"
#include "tests/e2e/bad_scene.h"
#include "tests/e2e/bad_values.h"

using namespace jjak;
using namespace jjak::e2e;
using namespace Qt::StringLiterals;
using protocol::Access;

namespace {

constexpr int casesEach = 40; //!< a connection may make a hundred mistakes at once; a guest makes two each time

//! What a command with good fields, which all name things that do not exist, is answered.
const QHash<QString, QString> outcomes{
    {u"hello"_s, u"ok"_s}, {u"account.sign_up"_s, u"account.password_weak"_s}, {u"account.sign_in"_s, u"auth.denied"_s}, {u"session.resume"_s, u"auth.token"_s},
    {u"device.list"_s, u"ok"_s}, {u"device.revoke"_s, u"device.not_found"_s}, {u"sync.snapshot"_s, u"ok"_s}, {u"room.list"_s, u"ok"_s}, {u"nearby.seek"_s, u"place.not_a_cell"_s},
    {u"nearby.cancel"_s, u"ok"_s}, {u"proposal.accept"_s, u"proposal.gone"_s}, {u"proposal.decline"_s, u"proposal.gone"_s}, {u"room.history"_s, u"room.not_found"_s},
    {u"room.send"_s, u"room.not_found"_s}, {u"room.read"_s, u"room.not_found"_s}, {u"room.typing"_s, u"room.not_found"_s}, {u"room.leave"_s, u"room.not_found"_s},
    {u"safety.block"_s, u"room.not_found"_s}, {u"safety.blocks"_s, u"ok"_s}, {u"safety.unblock"_s, u"block.not_found"_s}, {u"safety.report"_s, u"room.not_found"_s},
    {u"event.open"_s, u"protocol.bad_field"_s}, {u"event.close"_s, u"event.not_found"_s}, {u"event.list"_s, u"ok"_s}, {u"script.texts"_s, u"script.not_found"_s}, {u"date.enter"_s, u"event.not_found"_s},
    {u"date.leave"_s, u"ok"_s}, {u"date.pick"_s, u"date.not_found"_s}, {u"date.arrow"_s, u"date.not_found"_s}, {u"pair.open"_s, u"pair.gone"_s}, {u"account.set_role"_s, u"access.denied"_s},
    {u"room.changes"_s, u"room.not_found"_s}, {u"message.edit"_s, u"room.not_found"_s}, {u"message.delete"_s, u"room.not_found"_s}, {u"message.react"_s, u"room.not_found"_s}, {u"session.sign_out"_s, u"ok"_s},
    {u"group.create"_s, u"room.not_found"_s}, {u"group.invite"_s, u"room.not_found"_s}, {u"group.answer"_s, u"invitation.gone"_s}, {u"group.remove"_s, u"room.not_found"_s}, {u"group.unban"_s, u"room.not_found"_s},
    {u"group.mute"_s, u"room.not_found"_s}, {u"group.rename"_s, u"room.not_found"_s}, {u"group.slow"_s, u"room.not_found"_s}, {u"group.appoint"_s, u"room.not_found"_s},
    {u"room.expiry"_s, u"room.not_found"_s}, {u"room.search"_s, u"room.not_found"_s}, {u"file.offer"_s, u"room.not_found"_s}, {u"file.finish"_s, u"upload.gone"_s}, {u"file.withdraw"_s, u"upload.gone"_s},
    {u"file.fetch"_s, u"room.not_found"_s}, {u"picture.offer"_s, u"lounge.no_name"_s}, {u"picture.finish"_s, u"upload.gone"_s}, {u"picture.fetch"_s, u"file.gone"_s},
    {u"table.offer"_s, u"lounge.no_name"_s}, {u"table.join"_s, u"lounge.no_name"_s}, {u"table.leave"_s, u"lounge.no_name"_s}, {u"table.admit"_s, u"lounge.no_name"_s}, {u"table.rename"_s, u"lounge.no_name"_s},
    {u"table.remove"_s, u"lounge.no_name"_s}, {u"table.close"_s, u"lounge.no_name"_s}, {u"table.keep"_s, u"lounge.no_name"_s}, {u"table.thank"_s, u"lounge.no_name"_s}, {u"table.look"_s, u"table.not_found"_s}, {u"table.list"_s, u"ok"_s},
    {u"room.got"_s, u"room.not_found"_s}, {u"room.read_all"_s, u"ok"_s}, {u"room.silence"_s, u"room.not_found"_s}, {u"presence.away"_s, u"ok"_s}, {u"account.settings"_s, u"ok"_s},
    {u"lounge.profile"_s, u"ok"_s}, {u"lounge.introduce"_s, u"account.name_invalid"_s}, {u"lounge.author"_s, u"post.not_found"_s}, {u"lounge.posts"_s, u"ok"_s}, {u"lounge.find"_s, u"ok"_s},
    {u"lounge.news"_s, u"protocol.bad_field"_s}, {u"lounge.open"_s, u"post.not_found"_s}, {u"lounge.view"_s, u"post.not_found"_s}, {u"lounge.comments"_s, u"post.not_found"_s}, {u"lounge.write"_s, u"lounge.no_name"_s},
    {u"lounge.edit"_s, u"post.not_found"_s}, {u"lounge.erase"_s, u"ok"_s}, {u"lounge.like"_s, u"post.not_found"_s}, {u"lounge.comment"_s, u"lounge.no_name"_s}, {u"lounge.edit_comment"_s, u"comment.not_found"_s},
    {u"lounge.erase_comment"_s, u"ok"_s}, {u"lounge.like_comment"_s, u"comment.not_found"_s}, {u"lounge.board"_s, u"ok"_s},
    {u"cluster.status"_s, u"access.denied"_s}, {u"dead_letter.list"_s, u"access.denied"_s}, {u"dead_letter.show"_s, u"access.denied"_s}, {u"dead_letter.replay"_s, u"access.denied"_s}, {u"dead_letter.drop"_s, u"access.denied"_s},
};

struct Facts {
    QString name;
    Access access;
    QList<FieldFacts> fields;

    bool isHello() const { return name == "hello"_L1; }
    QJsonObject good() const
    {
        QJsonObject args;
        for (const FieldFacts &field : fields) {
            if (!field.optional || field.name == "room"_L1)
                args.insert(field.name, goodValue(field));
        }
        if (name == "account.sign_up"_L1)
            args.insert(u"password"_s, u"1234"_s);
        return args;
    }
};

QList<Facts> allCommands()
{
    QList<Facts> out;
    protocol::forEachCommand([&]<class C>() { out.append({QString::fromUtf8(C::spec.name.data(), qsizetype(C::spec.name.size())), C::spec.access, factsOf<C>()}); });
    return out;
}

QString textOf(auto id)
{
    return QString::fromLatin1(id.toText());
}

} // namespace

//! A real server and a client that sends everything wrong that can be sent wrong.
class TestBadInput : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFieldRefusesWhatItMust();
    void malformedTextInAnyFieldEndsTheConnection();
    void whatIsUnknownIsIgnored();
    void onlyWhoMayIsObeyed();
    void whatIsNotAllowedIsRefused_data();
    void whatIsNotAllowedIsRefused();
    void signingUpWronglyIsRefused_data();
    void signingUpWronglyIsRefused();
    void aWrongPasswordTellsNoMoreThanAnUnknownName();
    void attacksAreOnlyText();
    void aRevokedTokenIsWorthNothing();
    void anOldTokenUsedAgainEndsTheDevice();

private:
    //! A connection on which commands of that kind may be said.
    static bool enter(Asker &asker, const BadScene &scene, const Facts &command)
    {
        return command.isHello() ? asker.open() : command.access == Access::Public ? asker.greet() : asker.resume(command.access == Access::Operator ? scene.chief.token : scene.me.token);
    }
    static bool lives(Asker &asker, const Facts &command) { return command.isHello() || asker.ask(u"sync.snapshot"_s, {}).code == (command.access == Access::Public ? "auth.required"_L1 : "ok"_L1); }
};

#define SCENE() \
    BadScene scene; \
    QVERIFY2(scene.server.start(), qPrintable(scene.server.log())); \
    Asker asker(scene.server.port())

void TestBadInput::everyFieldRefusesWhatItMust()
{
    SCENE();
    const QStringList before = scene.rows();
    int cases = 0, right = 0;
    for (const Facts &command : allCommands()) {
        int here = 0;
        for (const FieldFacts &field : command.fields) {
            for (const BadValue &bad : badValues(field)) {
                if (here++ % casesEach == 0)
                    QVERIFY(enter(asker, scene, command));
                QJsonObject args = command.good();
                args.remove(field.name);
                if (!bad.value.isUndefined())
                    args.insert(field.name, bad.value);
                const Told told = asker.ask(command.name, args), wanted{u"protocol.bad_field"_s, u"args."_s + field.name + bad.below, bad.reason, {}};
                const bool good = told == wanted && lives(asker, command);
                if (!good) {
                    qWarning("%s %s, %s: %s instead of %s", qPrintable(command.name), qPrintable(field.name), qPrintable(bad.label), qPrintable(told.text()), qPrintable(wanted.text()));
                    here = 0;
                }
                ++cases, right += good;
            }
        }
        if (command.isHello())
            QCOMPARE(asker.ask(command.name, command.good()).code, u"ok"_s);
    }
    qInfo("%d cases, %d right", cases, right);
    QCOMPARE(right, cases);
    QVERIFY(cases > 500);
    QCOMPARE(scene.rows(), before);
}

void TestBadInput::malformedTextInAnyFieldEndsTheConnection()
{
    SCENE();
    const QStringList before = scene.rows();
    int cases = 0, right = 0;
    for (const Facts &command : allCommands()) {
        for (const FieldFacts &field : command.fields) {
            for (const QByteArray text : {R"("a\u0000b")", R"("\ud800")", R"("\udc00\ud800")", "\"a", "01", "NaN", "[[[[[[[[1]]]]]]]]"}) {
                QVERIFY(enter(asker, scene, command));
                const Told told = asker.askText(command.name, "{\"" + field.name.toUtf8() + "\":" + text + "}");
                const bool good = told.code == "protocol.malformed"_L1 && asker.closed();
                if (!good)
                    qWarning("%s %s: %s: %s", qPrintable(command.name), qPrintable(field.name), text.constData(), qPrintable(told.text()));
                ++cases, right += good;
            }
        }
    }
    qInfo("%d cases, %d right", cases, right);
    QCOMPARE(right, cases);
    QVERIFY(cases > 200);
    QCOMPARE(scene.rows(), before);
}

void TestBadInput::whatIsUnknownIsIgnored()
{
    SCENE();
    QVERIFY(asker.resume(scene.me.token));
    QCOMPARE(asker.ask(u"room.read_all"_s, {}).code, u"ok"_s); // once more it has nothing to do
    const QStringList before = scene.rows();
    auto commands = allCommands(); // the only one that changes something comes last
    std::ranges::stable_partition(commands, [](const Facts &c) { return c.name != "session.sign_out"_L1; });
    for (const Facts &command : commands) {
        QVERIFY2(outcomes.contains(command.name), qPrintable(command.name));
        if (command.name == "session.sign_out"_L1)
            QCOMPARE(scene.rows(), before);
        QVERIFY(enter(asker, scene, command));
        QJsonObject args = command.good();
        args.insert(u"from_the_future"_s, QJsonArray{1, QJsonObject{{u"a"_s, QJsonValue()}}});
        const Told told = asker.ask(command.name, args);
        QVERIFY2(told.code == outcomes.value(command.name), qPrintable(command.name + u": "_s + told.text()));
        if (command.name != "session.sign_out"_L1 && !command.isHello())
            QVERIFY(lives(asker, command));
    }
    QCOMPARE(before.size() - scene.rows().size(), 1); // the device that signed out
}

void TestBadInput::onlyWhoMayIsObeyed()
{
    SCENE();
    const QStringList before = scene.rows();
    int commands = 0;
    for (const Facts &command : allCommands()) {
        if (command.access == Access::Public || command.access == Access::SignedIn)
            continue;
        ++commands;
        QVERIFY(asker.greet());
        QCOMPARE(asker.ask(command.name, command.good()), Told{u"auth.required"_s});
        QVERIFY(asker.resume(scene.me.token));
        QCOMPARE(asker.ask(command.name, command.good()), Told{u"access.denied"_s});
        QVERIFY(asker.resume(scene.chief.token));
        QCOMPARE(asker.ask(command.name, command.good()).code, outcomes.value(command.name));
    }
    QCOMPARE(commands, 8);
    QCOMPARE(scene.rows(), before);
}

void TestBadInput::whatIsNotAllowedIsRefused_data()
{
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QStringList>("commands"); // alternatives that are all answered so
    QTest::newRow("somebody else's room") << u"room.not_found"_s << QStringList{u"room.send theirs"_s, u"room.read theirs"_s, u"room.typing theirs"_s, u"room.leave theirs"_s, u"room.history theirs"_s, u"safety.block theirs"_s, u"safety.report theirs"_s,
                                                                                            u"room.changes theirs"_s, u"message.edit theirs"_s, u"message.delete theirs"_s, u"message.react theirs"_s};
    QTest::newRow("another's message") << u"message.not_own"_s << QStringList{u"message.edit group first"_s, u"message.delete group first"_s};
    QTest::newRow("no such message") << u"message.not_found"_s << QStringList{u"message.edit mine"_s, u"message.delete mine"_s, u"message.react mine"_s};
    QTest::newRow("no emoji") << u"protocol.bad_field args.emoji characters"_s << QStringList{u"message.react mine first letters"_s};
    QTest::newRow("an answer to nothing") << u"protocol.bad_field args.reply range"_s << QStringList{u"room.send mine ninthMessage"_s};
    QTest::newRow("a room that was left") << u"room.left"_s << QStringList{u"room.send left"_s, u"room.typing left"_s, u"message.edit left"_s, u"message.delete left"_s, u"message.react left"_s};
    QTest::newRow("a deserted room") << u"room.ended"_s << QStringList{u"room.send deserted"_s};
    QTest::newRow("a room left long ago") << u"report.too_late"_s << QStringList{u"safety.report left"_s};
    QTest::newRow("nobody in particular") << u"protocol.bad_field args.member missing"_s << QStringList{u"safety.report group"_s, u"safety.block group"_s, u"safety.report playedIn"_s};
    QTest::newRow("oneself, or nobody") << u"report.nothing"_s << QStringList{u"safety.report group myself"_s, u"safety.block group ninth"_s, u"safety.report playedIn myself"_s, u"safety.block playedIn ninth"_s};
    QTest::newRow("a closed event") << u"event.closed"_s << QStringList{u"date.enter over"_s};
    QTest::newRow("other people's date") << u"date.not_found"_s << QStringList{u"date.pick theirDate second"_s, u"date.arrow theirDate second"_s};
    QTest::newRow("a date that is over") << u"date.phase"_s << QStringList{u"date.pick played second"_s, u"date.arrow played second"_s};
    QTest::newRow("the room of a date that is over") << u"room.ended"_s << QStringList{u"room.send playedIn"_s};
    QTest::newRow("other people's pair") << u"pair.gone"_s << QStringList{u"pair.open theirPair"_s};
    QTest::newRow("other's device") << u"device.not_found"_s << QStringList{u"device.revoke device"_s};
    QTest::newRow("other's block") << u"block.not_found"_s << QStringList{u"safety.unblock block"_s};
    QTest::newRow("an ended proposal") << u"proposal.gone"_s << QStringList{u"proposal.accept ended"_s, u"proposal.decline ended"_s};
    QTest::newRow("other people's proposal") << u"proposal.gone"_s << QStringList{u"proposal.accept foreign"_s, u"proposal.decline foreign"_s, u"safety.block foreign"_s, u"safety.report foreign"_s};
    QTest::newRow("a fourth message to a stranger") << u"stranger.limit"_s << QStringList{u"room.send strange"_s};
    QTest::newRow("a link to a stranger") << u"stranger.link"_s << QStringList{u"room.send untouched"_s};
    QTest::newRow("another message of the same id") << u"message.conflict"_s << QStringList{u"room.send mine used"_s, u"room.send group used"_s};
    QTest::newRow("read beyond the newest") << u"protocol.bad_field args.seq range"_s << QStringList{u"room.read mine"_s};
    QTest::newRow("whom?") << u"protocol.bad_field args.room missing"_s << QStringList{u"safety.block nobody"_s, u"safety.report nobody"_s};
    QTest::newRow("which of both?") << u"protocol.bad_field args.room both"_s << QStringList{u"safety.block mine ended"_s, u"safety.report mine ended"_s};
}

void TestBadInput::whatIsNotAllowedIsRefused()
{
    QFETCH(QString, wanted);
    QFETCH(QStringList, commands);
    SCENE();
    QVERIFY(asker.resume(scene.me.token));
    const QStringList before = scene.rows();
    const QHash<QString, std::pair<QString, QJsonValue>> things{
        {u"playedIn"_s, {u"room"_s, textOf(scene.playedIn)}}, {u"myself"_s, {u"member"_s, 1}}, {u"ninth"_s, {u"member"_s, 9}}, {u"second"_s, {u"seat"_s, 2}}, {u"over"_s, {u"event"_s, textOf(scene.over)}},
        {u"played"_s, {u"date"_s, textOf(scene.played)}}, {u"theirDate"_s, {u"date"_s, textOf(scene.theirDate)}}, {u"theirPair"_s, {u"pair"_s, textOf(scene.theirPair)}},
        {u"theirs"_s, {u"room"_s, textOf(scene.theirs)}}, {u"left"_s, {u"room"_s, textOf(scene.left)}}, {u"deserted"_s, {u"room"_s, textOf(scene.deserted)}},
        {u"group"_s, {u"room"_s, textOf(scene.group)}}, {u"mine"_s, {u"room"_s, textOf(scene.mine)}}, {u"strange"_s, {u"room"_s, textOf(scene.strange)}},
        {u"untouched"_s, {u"room"_s, textOf(scene.untouched)}}, {u"device"_s, {u"device"_s, textOf(scene.other.device)}}, {u"block"_s, {u"block"_s, textOf(scene.othersBlock)}},
        {u"ended"_s, {u"proposal"_s, textOf(scene.ended)}}, {u"foreign"_s, {u"proposal"_s, textOf(scene.foreign)}}, {u"used"_s, {u"cid"_s, textOf(scene.used)}}, {u"nobody"_s, {u"nobody"_s, u""_s}},
        {u"first"_s, {u"seq"_s, 1}}, {u"letters"_s, {u"emoji"_s, u"ok"_s}}, {u"ninthMessage"_s, {u"reply"_s, 9}}};
    for (const QString &line : commands) {
        const QStringList words = line.split(u' ');
        QJsonObject args{{u"cid"_s, QString(22, u'g')}, {u"text"_s, u"see www.example.org"_s}, {u"seq"_s, 2}, {u"limit"_s, 10}, {u"reason"_s, u"spam"_s}, {u"note"_s, u""_s}, {u"block"_s, true},
                         {u"emoji"_s, u"👍"_s}, {u"on"_s, true}, {u"after"_s, 0}};
        for (const QString &word : words.mid(1)) {
            QVERIFY(things.contains(word));
            args.insert(things[word].first, things[word].second);
        }
        const Told told = asker.ask(words.first(), args);
        QVERIFY2(told.text().trimmed() == wanted, qPrintable(line + u": "_s + told.text()));
    }
    QCOMPARE(asker.ask(u"sync.snapshot"_s, {}).code, u"ok"_s);
    QCOMPARE(scene.rows(), before);
}

void TestBadInput::signingUpWronglyIsRefused_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QStringList>("values");
    QTest::addColumn<QString>("wanted");
    const QString soon = QDate::currentDate().addDays(2).toString(Qt::ISODate);
    QTest::newRow("too young") << u"birth"_s << QStringList{QDate::currentDate().addYears(-18).addDays(2).toString(Qt::ISODate), u"2020-01-01"_s} << u"account.too_young"_s;
    QTest::newRow("not born yet, or long dead") << u"birth"_s << QStringList{soon, u"1850-01-01"_s, u"0001-01-01"_s} << u"protocol.bad_field args.birth range"_s;
    QTest::newRow("short") << u"password"_s << QStringList{u"1234567"_s, u"😀😀😀😀"_s} << u"account.password_weak args.password short"_s;
    QTest::newRow("common") << u"password"_s << QStringList{u"password"_s, u"PassWord1"_s, u"비밀번호1234"_s} << u"account.password_weak args.password common"_s;
    QTest::newRow("the name") << u"password"_s << QStringList{u"newcomer"_s, u"NewComer1"_s} << u"account.password_weak args.password name"_s;
    QTest::newRow("taken") << u"name"_s << QStringList{u"person1"_s, u"PERSON1"_s, u"per-son 1"_s, u"Ｐｅｒｓｏｎ１"_s} << u"account.name_taken"_s;
    QTest::newRow("invalid") << u"name"_s << QStringList{u"'; DROP TABLE a"_s, u"../../etc"_s, u"a--b"_s, u"-ab"_s, u"ab."_s, u"%s%n"_s, u"<b>"_s, u"\u200bab"_s} << u"account.name_invalid args.name characters"_s;
    QTest::newRow("blank") << u"name"_s << QStringList{u"   "_s} << u"account.name_invalid args.name length"_s;
    QTest::newRow("wrong demo key") << u"demoKey"_s << QStringList{u"guess"_s, u"the right ke"_s, u"THE RIGHT KEY"_s} << u"access.denied"_s;
}

void TestBadInput::signingUpWronglyIsRefused()
{
    QFETCH(QString, field);
    QFETCH(QStringList, values);
    QFETCH(QString, wanted);
    SCENE();
    QVERIFY(asker.greet());
    const QStringList before = scene.rows();
    QJsonObject good{{u"attempt"_s, QString(22, u'g')}, {u"name"_s, u"newcomer"_s}, {u"password"_s, u"correct horse battery"_s}, {u"birth"_s, u"1990-02-28"_s}, {u"device"_s, u"desk"_s}};
    for (const QString &value : values) {
        QJsonObject args = good;
        args.insert(field, value);
        const Told told = asker.ask(u"account.sign_up"_s, args);
        QVERIFY2(told.text().trimmed() == wanted, qPrintable(value + u": "_s + told.text()));
    }
    QCOMPARE(scene.rows(), before);
    QCOMPARE(asker.ask(u"account.sign_up"_s, good).code, u"ok"_s); // nothing else was wrong with it
}

void TestBadInput::aWrongPasswordTellsNoMoreThanAnUnknownName()
{
    SCENE();
    QVERIFY(asker.greet());
    QJsonObject args{{u"attempt"_s, QString(22, u'g')}, {u"name"_s, u"newcomer"_s}, {u"password"_s, u"correct horse battery"_s}, {u"birth"_s, u"1990-02-28"_s}, {u"device"_s, u"desk"_s}};
    QCOMPARE(asker.ask(u"account.sign_up"_s, args).code, u"ok"_s);
    const QStringList before = scene.rows();
    QVERIFY(asker.greet());
    const auto frameFor = [&](const QString &name, const QString &password) {
        args.insert(u"name"_s, name);
        args.insert(u"password"_s, password);
        (void)asker.ask(u"account.sign_in"_s, args);
        const QByteArray frame = asker.heard().last();
        return frame.mid(frame.indexOf(',')); // all but the number of the request
    };
    const QByteArray wrong = frameFor(u"newcomer"_s, u"incorrect horse"_s);
    QVERIFY(wrong.contains("auth.denied"));
    for (const QString &name : {u"unknown"_s, u"' OR 1=1 --"_s, u"../newcomer"_s, u"newcomer%"_s, u"n_wcomer\\"_s, u"x"_s})
        QCOMPARE(frameFor(name, u"correct horse battery"_s), wrong);
    QCOMPARE(scene.rows(), before);
    args.insert(u"name"_s, u"newcomer"_s);
    QCOMPARE(asker.ask(u"account.sign_in"_s, args).code, u"ok"_s);
}

void TestBadInput::attacksAreOnlyText()
{
    SCENE();
    QVERIFY(asker.resume(scene.me.token));
    const QStringList texts{u"'; DROP TABLE message; --"_s, u"\") OR (\"1\"=\"1"_s, u"../../../etc/passwd"_s, u"%s%s%s%n %1 %2 {0}"_s, u"<script>alert(1)</script>&amp;"_s, u"\\u0000 \\ / \""_s,
                            u"line\nline\ttab"_s, u"\u202e\u2066right to left\u2069"_s, u"\u200b\u200d\ufeff"_s, u"👩‍👩‍👧‍👦🏳️‍🌈 각 각"_s, u"{\"ev\":\"session.ended\",\"data\":{}}"_s, QString(2000, u'짝'), u"😀"_s.repeated(2000)};
    SystemRng rng;
    for (const QString &text : texts) {
        const Told told = asker.ask(u"room.send"_s, {{u"room"_s, textOf(scene.mine)}, {u"cid"_s, textOf(ClientId::random(rng))}, {u"text"_s, text}});
        QVERIFY2(told.code == "ok"_L1, qPrintable(text.left(40) + told.text()));
    }
    const auto page = asker.ask(u"room.history"_s, {{u"room"_s, textOf(scene.mine)}, {u"after"_s, 1}, {u"limit"_s, 50}}).ok["messages"_L1].toArray();
    QCOMPARE(page.size(), texts.size());
    for (int i = 0; i < texts.size(); ++i)
        QCOMPARE(page[i]["text"_L1].toString(), texts[i]);
}

void TestBadInput::aRevokedTokenIsWorthNothing()
{
    SCENE();
    QVERIFY(asker.greet());
    QJsonObject args{{u"attempt"_s, QString(22, u'g')}, {u"name"_s, u"newcomer"_s}, {u"password"_s, u"correct horse battery"_s}, {u"birth"_s, u"1990-02-28"_s}, {u"device"_s, u"desk"_s}};
    const Told first = asker.ask(u"account.sign_up"_s, args);
    QVERIFY(asker.greet());
    args.insert(u"attempt"_s, QString(21, u'k') + u'g');
    const Told second = asker.ask(u"account.sign_in"_s, args);
    QCOMPARE(second.code, u"ok"_s);
    QCOMPARE(asker.ask(u"device.revoke"_s, {{u"device"_s, first.ok["device"_L1]}}).code, u"ok"_s);
    Asker revoked(scene.server.port());
    QVERIFY(revoked.greet());
    const QStringList before = scene.rows();
    QCOMPARE(revoked.ask(u"session.resume"_s, {{u"token"_s, first.ok["token"_L1]}}), Told{u"auth.token"_s});
    QCOMPARE(revoked.ask(u"session.resume"_s, {{u"token"_s, u"' OR '1'='1"_s.leftJustified(43, u'-')}}), Told{u"auth.token"_s});
    QCOMPARE(scene.rows(), before);
    QCOMPARE(asker.ask(u"sync.snapshot"_s, {}).code, u"ok"_s); // the one that revoked stays
}

void TestBadInput::anOldTokenUsedAgainEndsTheDevice()
{
    BadScene scene({{u"JJAK_SIGN_IN_TOKEN_GRACE"_s, u"1s"_s}});
    {
        test::Preparation preparation(scene.server.database()); // a token old enough to be exchanged
        auto device = preparation.stores().devices.byId(scene.me.device);
        QVERIFY(device);
        device->tokenSince = device->created = device->tokenSince - 2h;
        preparation.stores().devices.save(*device);
    }
    QVERIFY2(scene.server.start(), qPrintable(scene.server.log()));
    Asker asker(scene.server.port()), again(scene.server.port()), thief(scene.server.port());
    QVERIFY(asker.greet() && again.greet() && thief.greet());
    const Told first = asker.ask(u"session.resume"_s, {{u"token"_s, scene.me.token}});
    const QString successor = first.ok["token"_L1].toString();
    QCOMPARE(successor.size(), 43);
    const Told second = again.ask(u"session.resume"_s, {{u"token"_s, scene.me.token}}); // the answer was lost
    QCOMPARE(second.ok["token"_L1].toString(), successor);
    QTest::qWait(1100); // the grace of a second is the subject
    QCOMPARE(thief.ask(u"session.resume"_s, {{u"token"_s, scene.me.token}}), Told{u"auth.token"_s});
    QVERIFY(again.closed());
    QVERIFY(again.heard().last().contains(R"("session.ended","data":{"reason":"revoked"})"));
    QCOMPARE(thief.ask(u"session.resume"_s, {{u"token"_s, successor}}), Told{u"auth.token"_s});
}

QTEST_GUILESS_MAIN(TestBadInput)
#include "tst_bad_input.moc"
