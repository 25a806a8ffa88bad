// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSet>
#include <QTest>

#include "client/terminal/command/command.h"
#include "client/terminal/command/completion.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::terminal;
using protocol::ReportReason;

namespace {

Command commandOf(const QString &typed)
{
    const Line line = parse(typed);
    return std::holds_alternative<Command>(line) ? std::get<Command>(line) : Command{.verb = Verb::Quit, .text = u"not a command"_s};
}

Mistake mistakeOf(const QString &typed)
{
    const Line line = parse(typed);
    return std::holds_alternative<Mistake>(line) ? std::get<Mistake>(line) : Mistake{Mistake::Kind::Nothing, u"no mistake"_s};
}

QStringList places(const QString &typed)
{
    return u"강남구"_s.startsWith(typed) ? QStringList{u"강남구"_s, u"강남동"_s} : QStringList();
}

} // namespace

class TstCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textIsSaid_data();
    void textIsSaid();
    void nothingTypedIsNothing();
    void placesAndDistances_data();
    void placesAndDistances();
    void numbers();
    void reportTakesReasonAndNote();
    void wrongArgumentsShowHowItIsTyped_data();
    void wrongArgumentsShowHowItIsTyped();
    void atATableTheSeatIsTypedFirst();
    void choicesTakeSeatsOrNobody();
    void datesAreJoinedAndLeft();
    void unknownCommandsAreNeverSent();
    void quietHoursAreUnderstood();
    void everyCommandOfTheListIsUnderstood();
    void everyReachCanBeTyped();
    void completionOfCommands();
    void completionOfPlacesThenDistances();
    void completionOfReasonsAndLanguages();
    void completionOfSeats();
    void textIsNotCompleted();
};

void TstCommand::textIsSaid_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("said");
    QTest::newRow("text") << u"안녕하세요"_s << u"안녕하세요"_s;
    QTest::newRow("spaces around") << u"  hi  "_s << u"hi"_s;
    QTest::newRow("slash inside") << u"and/or"_s << u"and/or"_s;
    QTest::newRow("two slashes") << u"//help me"_s << u"/help me"_s;
    QTest::newRow("three slashes") << u"///"_s << u"//"_s;
    QTest::newRow("several lines") << u"one\ntwo"_s << u"one\ntwo"_s;
}

void TstCommand::textIsSaid()
{
    QFETCH(QString, typed);
    QFETCH(QString, said);
    QCOMPARE(parse(typed), Line(Say{said}));
}

void TstCommand::nothingTypedIsNothing()
{
    QCOMPARE(parse(u"   "_s), Line(Mistake{}));
    QVERIFY(sentence(Mistake{}).isEmpty());
}

void TstCommand::placesAndDistances_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("place");
    QTest::addColumn<int>("reach"); // -1: none
    QTest::newRow("nothing") << u"/match"_s << QString() << -1;
    QTest::newRow("place") << u"/match 강남"_s << u"강남"_s << -1;
    QTest::newRow("place and km") << u"/match 강남 10km"_s << u"강남"_s << int(Reach::Km10);
    QTest::newRow("upper case") << u"/MATCH Gangnam 5KM"_s << u"Gangnam"_s << int(Reach::Km5);
    QTest::newRow("number alone") << u"/match 강남 20"_s << u"강남"_s << int(Reach::Km20);
    QTest::newRow("distance alone") << u"/match 50km"_s << QString() << int(Reach::Km50);
    QTest::newRow("several words") << u"/match New  York anywhere"_s << u"New York"_s << int(Reach::Anywhere);
    QTest::newRow("korean words") << u"/match 부산 중구 어디든"_s << u"부산 중구"_s << int(Reach::Anywhere);
    QTest::newRow("same area") << u"/match 홍대 동네"_s << u"홍대"_s << int(Reach::SameArea);
    QTest::newRow("no such distance") << u"/match 강남 7km"_s << u"강남 7km"_s << -1;
}

void TstCommand::placesAndDistances()
{
    QFETCH(QString, typed);
    QFETCH(QString, place);
    QFETCH(int, reach);
    const Command command = commandOf(typed);
    QCOMPARE(command.verb, Verb::Match);
    QCOMPARE(command.text, place);
    QCOMPARE(command.reach ? int(*command.reach) : -1, reach);
}

void TstCommand::numbers()
{
    QCOMPARE(commandOf(u"/room 3"_s), (Command{.verb = Verb::Room, .number = 3}));
    QCOMPARE(commandOf(u"/unblock 12"_s), (Command{.verb = Verb::Unblock, .number = 12}));
    QCOMPARE(commandOf(u"/revoke  2 "_s), (Command{.verb = Verb::Revoke, .number = 2}));
}

void TstCommand::reportTakesReasonAndNote()
{
    QCOMPARE(commandOf(u"/report spam"_s), (Command{.verb = Verb::Report, .reason = ReportReason::Spam}));
    QCOMPARE(commandOf(u"/report threat he said so"_s), (Command{.verb = Verb::Report, .text = u"he said so"_s, .reason = ReportReason::Threat}));
    QCOMPARE(commandOf(u"/report har 욕을 했어요"_s), (Command{.verb = Verb::Report, .text = u"욕을 했어요"_s, .reason = ReportReason::Harassment}));
}

void TstCommand::wrongArgumentsShowHowItIsTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("usage");
    QTest::newRow("room without number") << u"/room"_s << u"/room N"_s;
    QTest::newRow("room zero") << u"/room 0"_s << u"/room N"_s;
    QTest::newRow("room word") << u"/room two"_s << u"/room N"_s;
    QTest::newRow("report without reason") << u"/report"_s << u"/report REASON NOTE"_s;
    QTest::newRow("report unknown reason") << u"/report because"_s << u"/report REASON NOTE"_s;
    QTest::newRow("language") << u"/lang fr"_s << u"/lang ko|en"_s;
}

void TstCommand::wrongArgumentsShowHowItIsTyped()
{
    QFETCH(QString, typed);
    QFETCH(QString, usage);
    const Mistake mistake = mistakeOf(typed);
    QCOMPARE(mistake.kind, Mistake::Kind::Argument);
    QVERIFY2(sentence(mistake).contains(usage), qPrintable(sentence(mistake)));
}

void TstCommand::atATableTheSeatIsTypedFirst()
{
    QCOMPARE(commandOf(u"/block"_s), (Command{.verb = Verb::Block}));
    QCOMPARE(commandOf(u"/block 4"_s), (Command{.verb = Verb::Block, .number = 4}));
    QCOMPARE(commandOf(u"/report 4 threat he said so"_s), (Command{.verb = Verb::Report, .text = u"he said so"_s, .number = 4, .reason = ReportReason::Threat}));
    QVERIFY(sentence(mistakeOf(u"/report"_s), true).contains(u"/report N REASON NOTE"_s));
    QVERIFY(sentence(mistakeOf(u"/report 4"_s), true).contains(u"/report N REASON NOTE"_s));
    QVERIFY(sentence(mistakeOf(u"/block four"_s), true).contains(u"/block N"_s));
    QVERIFY(!sentence(mistakeOf(u"/block four"_s)).contains(u"/block N"_s));
    QVERIFY(sentence(mistakeOf(u"/room"_s), true).contains(u"/room N"_s));
}

void TstCommand::choicesTakeSeatsOrNobody()
{
    QCOMPARE(commandOf(u"/arrow 3"_s), (Command{.verb = Verb::Arrow, .number = 3}));
    QCOMPARE(commandOf(u"/pick 7"_s), (Command{.verb = Verb::Pick, .number = 7}));
    for (const QString &nobody : {u"/arrow nobody"_s, u"/arrow Nobody"_s, u"/arrow 0"_s, u"/arrow 없음"_s, u"/arrow 아무도"_s})
        QCOMPARE(commandOf(nobody), (Command{.verb = Verb::Arrow}));
    for (const QString &wrong : {u"/arrow"_s, u"/arrow -1"_s, u"/arrow otter"_s})
        QVERIFY(sentence(mistakeOf(wrong), true).contains(u"/arrow N|nobody"_s));
}

void TstCommand::datesAreJoinedAndLeft()
{
    QCOMPARE(commandOf(u"/date"_s), (Command{.verb = Verb::Date}));
    QCOMPARE(commandOf(u"/date join"_s), (Command{.verb = Verb::Date, .wanted = true}));
    QCOMPARE(commandOf(u"/date 참가 2"_s), (Command{.verb = Verb::Date, .number = 2, .wanted = true}));
    QCOMPARE(commandOf(u"/date leave"_s), (Command{.verb = Verb::Date, .text = u"leave"_s}));
    QVERIFY(sentence(mistakeOf(u"/date tomorrow"_s)).contains(u"/date join"_s));
    QCOMPARE(commandOf(u"/remind on"_s), (Command{.verb = Verb::Remind, .wanted = true}));
    QCOMPARE(commandOf(u"/remind 끄기"_s), (Command{.verb = Verb::Remind}));
}

void TstCommand::unknownCommandsAreNeverSent()
{
    QCOMPARE(mistakeOf(u"/leav"_s).verb, std::optional(Verb::Leave));
    QVERIFY(sentence(mistakeOf(u"/leav"_s)).contains(u"/leave"_s));
    QCOMPARE(mistakeOf(u"/xyzzy"_s).kind, Mistake::Kind::Unknown);
    QVERIFY(!mistakeOf(u"/xyzzy"_s).verb);
    QVERIFY(!mistakeOf(u"/re"_s).verb); // reply, react, retry, report, revoke
    QCOMPARE(mistakeOf(u"/"_s).kind, Mistake::Kind::Unknown);
    QVERIFY(!sentence(mistakeOf(u"/\u001b[2J"_s)).contains(QChar(0x1B)));
}

void TstCommand::quietHoursAreUnderstood()
{
    const auto hours = [](int from, int to) { return std::optional(jjak::client::QuietHours{true, from, to}); };
    QCOMPARE(hoursFrom(u"22:00-08:00"_s), hours(22 * 60, 8 * 60));
    QCOMPARE(hoursFrom(u"22-8"_s), hours(22 * 60, 8 * 60));
    QCOMPARE(hoursFrom(u"9:05 ~ 17:30"_s), hours(9 * 60 + 5, 17 * 60 + 30));
    QVERIFY(hoursFrom(u"off"_s) && !hoursFrom(u"off"_s)->on && hoursFrom(u"끄기"_s));
    for (const auto &wrong : {u""_s, u"22"_s, u"24:00-8"_s, u"22:60-8"_s, u"22-8-9"_s, u"on"_s, u"222-8"_s})
        QVERIFY2(!hoursFrom(wrong), qPrintable(wrong));
    QCOMPARE(commandOf(u"/quiet 23-7"_s), (Command{.verb = Verb::Quiet, .quiet = {true, 23 * 60, 7 * 60}}));
    QVERIFY(sentence(mistakeOf(u"/quiet now"_s)).contains(u"/quiet 22:00-08:00|off"_s));
    QCOMPARE(commandOf(u"/bell off"_s), (Command{.verb = Verb::Bell}));
    QCOMPARE(commandOf(u"/pause on"_s), (Command{.verb = Verb::Pause, .wanted = true}));
}

void TstCommand::everyCommandOfTheListIsUnderstood()
{
    QSet<QString> names;
    for (const CommandSpec &spec : commandList()) {
        QVERIFY(!names.contains(spec.name));
        names += spec.name;
        QVERIFY(*spec.help);
        const QHash<Argument, QString> arguments{{Argument::Number, u" 1"_s}, {Argument::Seat, u" 1"_s}, {Argument::Reason, u" spam"_s}, {Argument::Switch, u" on"_s}, {Argument::Language, u" ko"_s},
                                               {Argument::Answer, u" 1 yes"_s}, {Argument::Words, u" yes"_s}, {Argument::Emoji, u" 1 :heart:"_s}, {Argument::Hours, u" off"_s}, {Argument::Text, u" words"_s},
                                               {Argument::Numbered, u" 2 30"_s}, {Argument::Role, u" 2 moderator"_s}, {Argument::Expiry, u" 7d"_s}, {Argument::Post, u" 1"_s}};
        const QString argument = spec.verb == Verb::Slow ? u" 30"_s : arguments.value(spec.argument);
        QCOMPARE(commandOf(u'/' + spec.name + argument).verb, spec.verb);
        QCOMPARE(spec.helpAtTable != nullptr, spec.usageAtTable != nullptr);
        QVERIFY(!spec.usageAtTable || usageOf(spec) != usageOf(spec, true));
    }
    QCOMPARE(int(commandList().size()), int(Verb::Quit) + 1);
}

void TstCommand::everyReachCanBeTyped()
{
    for (const Reach reach : allReaches)
        QCOMPARE(reachFrom(reachWord(reach)), std::optional(reach));
    QVERIFY(!reachFrom(u""));
    QVERIFY(!reachFrom(u"km"));
}

void TstCommand::completionOfCommands()
{
    QCOMPARE(complete(u"/ma"_s, places).lines, QStringList{u"/match "_s});
    QCOMPARE(complete(u"/bl"_s, places).lines, (QStringList{u"/block"_s, u"/blocks"_s}));
    QCOMPARE(complete(u"/bl"_s, places).labels, (QStringList{u"block"_s, u"blocks"_s}));
    QVERIFY(complete(u"/nosuch"_s, places).lines.isEmpty());
}

void TstCommand::completionOfPlacesThenDistances()
{
    QCOMPARE(complete(u"/match 강"_s, places).lines, (QStringList{u"/match 강남구 "_s, u"/match 강남동 "_s}));
    QCOMPARE(complete(u"/match 강남구 1"_s, places).lines, (QStringList{u"/match 강남구 10km "_s, u"/match 강남구 100km "_s}));
    QCOMPARE(complete(u"/match 강남구 "_s, places).lines.size(), qsizetype(8));
}

void TstCommand::completionOfReasonsAndLanguages()
{
    QCOMPARE(complete(u"/report s"_s, places).lines, (QStringList{u"/report spam "_s, u"/report sexual "_s}));
    QVERIFY(complete(u"/report spam a"_s, places).lines.isEmpty());
    QCOMPARE(complete(u"/lang "_s, places).labels, (QStringList{u"ko"_s, u"en"_s}));
}

void TstCommand::completionOfSeats()
{
    const QStringList seats{u"1"_s, u"3"_s};
    QCOMPARE(complete(u"/bl"_s, places, seats, true).lines, (QStringList{u"/block "_s, u"/blocks"_s}));
    QCOMPARE(complete(u"/block "_s, places, seats, true).lines, (QStringList{u"/block 1 "_s, u"/block 3 "_s}));
    QCOMPARE(complete(u"/report "_s, places, seats, true).labels, seats);
    QCOMPARE(complete(u"/report 3 s"_s, places, seats, true).lines, (QStringList{u"/report 3 spam "_s, u"/report 3 sexual "_s}));
    QCOMPARE(complete(u"/arrow "_s, places, seats, true).labels, (QStringList{u"1"_s, u"3"_s, u"nobody"_s}));
    // In another chat meanwhile: the arrow can be shot from there, but whom to block is the one of that chat.
    QCOMPARE(complete(u"/arrow "_s, places, seats).labels, (QStringList{u"1"_s, u"3"_s, u"nobody"_s}));
    QVERIFY(complete(u"/block "_s, places, seats).lines.isEmpty());
    QCOMPARE(complete(u"/report "_s, places, seats).labels.value(0), u"harassment"_s);
}

void TstCommand::textIsNotCompleted()
{
    QVERIFY(complete(u"ma"_s, places).lines.isEmpty());
    QVERIFY(complete(u"//ma"_s, places).lines.isEmpty());
}

QTEST_GUILESS_MAIN(TstCommand)
#include "tst_command.moc"
