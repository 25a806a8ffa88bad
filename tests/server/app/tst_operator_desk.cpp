// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "server/app/operator_desk.h"
#include "server/app/services.h"
#include "tests/server/app/counter.h"

using namespace jjak;
using namespace jjak::app;
using namespace jjak::app::test;
using namespace jjak::protocol;
using namespace Qt::StringLiterals;

namespace {

//! Opens every entry as the same job.
class OneEntry final : public EntryReader {
public:
    std::optional<Job> read(const Origin &) const override { return job; }
    std::optional<Job> job;
};

//! Notes what is appended, as long as it is not full.
class Notes final : public CommandLog {
public:
    bool append(Job job) override
    {
        if (!isFull)
            jobs.push_back(std::move(job));
        return !isFull;
    }
    std::vector<Job> take(int) override { return {}; }
    bool isClosed() const override { return false; }
    void close() override {}

    std::vector<Job> jobs;
    bool isFull = false;
};

//! The desk with an operator in front of it.
struct Scene {
    Counter counter;
    OneEntry entries;
    Notes log;
    SeededRng rng{3};
    ScriptShelf shelf;
    const Caller caller{999, 1, {}, {}};

    Scene() { entries.job = Job{{5, 1, {}, {}}, Command(cmd::Send{RoomId::random(rng), ClientId::random(rng), u"secret words"_s})}; }
    qint64 letter()
    {
        Stores &stores = counter.stores();
        if (!stores.transaction.begin())
            qFatal("no transaction");
        stores.streams.bury({0, {3, 1, u"17-0"_s, "sealed"}, counter.now(), u"room.send"_s, u"why"_s});
        const qint64 number = stores.streams.deadLetters(1).first().number;
        if (!stores.transaction.commit())
            qFatal("not kept");
        return number;
    }
    //! What is told at once; nothing when the worker is to tell it.
    template <class C>
    std::optional<Result<typename C::Reply>> ask(const C &command, bool isAlone = false)
    {
        Effects effects;
        Context ctx{counter.stores(), counter.now(), rng, counter.policy, effects, shelf};
        if (!OperatorDesk(log, isAlone ? nullptr : &entries).run(ctx, caller, command))
            qFatal("no business of the desk's");
        const auto out = effects.take();
        if (out.empty())
            return std::nullopt;
        const auto answered = std::get<Answered>(*parseServerFrame(std::get<ToConnection>(out.front()).frame)).result;
        if (const auto *error = std::get_if<Error>(&answered))
            return Result<typename C::Reply>(*error);
        return decode<typename C::Reply>(QJsonValue(std::get<QJsonObject>(answered)));
    }
};

} // namespace

//! Dead letters are opened for the operator, and put back into their streams.
class TestOperatorDesk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWasAskedIsShown()
    {
        Scene scene;
        const auto shown = *scene.ask(cmd::ShowLetter{scene.letter()});
        QVERIFY(shown);
        QCOMPARE(shown->letter.name, u"room.send"_s);
        QCOMPARE(shown->letter.position, u"17-0"_s);
        QVERIFY(shown->command && shown->command->contains(u"\"text\":\"secret words\""_s));
    }

    void whatHasToDoWithSigningInIsNot()
    {
        Scene scene;
        const qint64 letter = scene.letter();
        const Work works[] = {Command(cmd::Resume{QString(43, u't')}), SignUpHashed{{}, "hash", false}, PasswordProved{}};
        for (const Work &work : works) {
            scene.entries.job = Job{{5, 1, {}, {}}, work};
            const auto shown = *scene.ask(cmd::ShowLetter{letter});
            QVERIFY(shown && !shown->command);
        }
    }

    void whatIsNotThereIsTold()
    {
        Scene scene;
        QCOMPARE(scene.ask(cmd::ShowLetter{1})->error().code, ErrorCode::LetterNotFound);
        QCOMPARE(scene.ask(cmd::ReplayLetter{1})->error().code, ErrorCode::LetterNotFound);
        QVERIFY(scene.log.jobs.empty());
    }

    void whatCannotBeOpenedIsNotRun()
    {
        Scene scene;
        const qint64 letter = scene.letter();
        QCOMPARE(scene.ask(cmd::ReplayLetter{letter}, true)->error().code, ErrorCode::LetterUnreadable);
        scene.entries.job.reset();
        QCOMPARE(scene.ask(cmd::ReplayLetter{letter})->error().code, ErrorCode::LetterUnreadable);
        QVERIFY(!(*scene.ask(cmd::ShowLetter{letter}))->command);
        QVERIFY(scene.log.jobs.empty());
    }

    //! The letter stays until the worker has run it.
    void aReplayGoesToTheWorker()
    {
        Scene scene;
        const qint64 letter = scene.letter();
        QVERIFY(!scene.ask(cmd::ReplayLetter{letter}));
        QCOMPARE(scene.log.jobs.size(), size_t(1));
        QCOMPARE(scene.log.jobs[0].caller.connection, scene.caller.connection);
        const auto &replay = std::get<Replay>(scene.log.jobs[0].work);
        QCOMPARE(replay.letter, letter);
        QCOMPARE(std::get<Command>(replay.job->work).get<cmd::Send>().text, u"secret words"_s);
        QCOMPARE(scene.counter.stores().streams.countDead(), 1);
        scene.log.isFull = true;
        QCOMPARE(scene.ask(cmd::ReplayLetter{letter})->error().code, ErrorCode::Unavailable);
    }

    void otherCommandsAreLeftToOthers()
    {
        Scene scene;
        Effects effects;
        Context ctx{scene.counter.stores(), scene.counter.now(), scene.rng, scene.counter.policy, effects, scene.shelf};
        QVERIFY(!OperatorDesk(scene.log, &scene.entries).run(ctx, scene.caller, cmd::ListTables()));
        QVERIFY(effects.take().empty());
    }

    void lettersAreListedTheLatestFirst()
    {
        Scene scene;
        QVERIFY((*scene.ask(cmd::ListLetters()))->letters.isEmpty());
        const qint64 older = scene.letter(), newer = scene.letter();
        const auto listed = *scene.ask(cmd::ListLetters());
        QCOMPARE(listed->all, 2);
        QCOMPARE(listed->letters.size(), 2);
        QCOMPARE(listed->letters[0].letter, newer);
        QCOMPARE(listed->letters[1].letter, older);
    }

    void whoIsAloneSaysSo()
    {
        Scene scene;
        scene.counter.guest(u"minji"_s);
        const auto state = *scene.ask(cmd::LookAtCluster());
        QVERIFY(state && state->alone);
        QVERIFY(state->nodes.isEmpty() && state->streams.isEmpty());
        QCOMPARE(state->devices, 1);
    }

    //! What it is told now is the operator's; nobody else gets it, and the letter is gone with it, once.
    void theWorkerRunsItOnce()
    {
        Scene scene;
        const qint64 letter = scene.letter();
        const Replay replay{letter, std::make_shared<const Job>(*scene.entries.job)};
        const auto first = scene.counter.replay(replay);
        QVERIFY(first);
        QCOMPARE(first->refused, u"room.not_found"_s); // of nobody
        QVERIFY(scene.counter.others.empty());
        QCOMPARE(scene.counter.stores().streams.countDead(), 0);
        QCOMPARE(scene.counter.replay(replay).error().code, ErrorCode::LetterNotFound);
    }

    void whatIsDroppedIsGone()
    {
        Scene scene;
        const qint64 letter = scene.letter();
        QVERIFY(scene.counter.operate(cmd::DropLetter{letter}));
        QCOMPARE(scene.counter.operate(cmd::DropLetter{letter}).error().code, ErrorCode::LetterNotFound);
    }
};

QTEST_GUILESS_MAIN(TestOperatorDesk)
#include "tst_operator_desk.moc"
