// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QRegularExpression>
#include <QSet>
#include <QtTest>

#include "client/core/sentences.h"

using namespace jjak;
using namespace jjak::client;
using namespace jjak::protocol;
using namespace Qt::StringLiterals;

namespace {

//! A sentence for people: not empty, ends like one, and no code has slipped into it.
bool isSentence(const QString &text)
{
    static const QRegularExpression code(u"[a-z]_[a-z]|[a-z]\\.[a-z]|%\\d"_s);
    return text.size() > 10 && (text.endsWith(u'.') || text.endsWith(u'!')) && text.front().isUpper() && !text.contains(code);
}

} // namespace

class TestSentences : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyErrorHasItsOwnSentence();
    void everyErrorTellsWhatToDoOrThatItIsOver();
    void waitsAreToldInSeconds();
    void whatIsWrongWithAPostIsTold();
    void everyEndOfAProposalHasASentence();
    void everythingElseHasASentence();
    void everyLabelIsThereAndDifferent();
    void deletionIsSaidShortly();
};

void TestSentences::everyErrorHasItsOwnSentence()
{
    QSet<QString> all;
    for (const ErrorName &name : errorNames) {
        const QString text = sentence(Error{name.code});
        QVERIFY2(isSentence(text), name.name.data());
        QVERIFY2(!all.contains(text), name.name.data());
        all.insert(text);
    }
    QCOMPARE(all.size(), qsizetype(errorNames.size()));
}

void TestSentences::everyErrorTellsWhatToDoOrThatItIsOver()
{
    // What the reader can do nothing about says so in one sentence; everything else has two.
    const QSet<ErrorCode> over{ErrorCode::AccessDenied, ErrorCode::AccountTooYoung, ErrorCode::DeviceNotFound, ErrorCode::RoomNotFound, ErrorCode::BlockNotFound, ErrorCode::ReportNothing,
                                 ErrorCode::EventNotFound, ErrorCode::DateNotFound, ErrorCode::DatePhase, ErrorCode::PairGone, ErrorCode::AccountNotFound, ErrorCode::MessageNotFound, ErrorCode::RoomKind, ErrorCode::MemberNotFound,
                                 ErrorCode::FileGone, ErrorCode::PostNotFound, ErrorCode::CommentNotFound, ErrorCode::TableNotFound, ErrorCode::TableEnded, ErrorCode::TableOwn, ErrorCode::GuestNotFound,
                                 ErrorCode::LetterNotFound, ErrorCode::LetterUnreadable};
    static const QRegularExpression instruction(u"Please|can |work|Take|may be"_s);
    for (const ErrorName &name : errorNames)
        if (!over.contains(name.code))
            QVERIFY2(sentence(Error{name.code}).contains(instruction), name.name.data());
}

void TestSentences::waitsAreToldInSeconds()
{
    QVERIFY(sentence(Error::later(ErrorCode::RateLimited, 4200ms)).contains(u'5'));
    QVERIFY(sentence(Error::badField(u"args.text"_s, u"length"_s)) != sentence(Error::badField(u"args.text"_s, u"characters"_s)));
}

void TestSentences::whatIsWrongWithAPostIsTold()
{
    const QString general = sentence(Error::badField(u"args.text"_s, u"length"_s));
    for (const auto &error : {Error::badField(u"args.title"_s, u"length"_s), Error::badField(u"args.tags"_s, u"length"_s), Error::badField(u"args.tags[2]"_s, u"characters"_s), Error::badField(u"args.tag"_s, u"characters"_s),
                              Error::badField(u"args.profile.interests[0]"_s, u"length"_s), Error::badField(u"args.post"_s, u"self"_s)}) {
        QVERIFY2(isSentence(sentence(error)), qPrintable(error.field));
        QVERIFY2(sentence(error) != general, qPrintable(error.field));
    }
}

void TestSentences::everyEndOfAProposalHasASentence()
{
    for (size_t i = 0; i < EnumNames<Outcome>::names.size(); ++i)
        for (const bool mine : {false, true})
            QVERIFY(isSentence(sentence(Outcome(i), mine)));
    QVERIFY(sentence(Outcome::Refused, true) != sentence(Outcome::Refused, false));
}

void TestSentences::everythingElseHasASentence()
{
    for (const auto problem : {LinkProblem::Unreachable, LinkProblem::NotFound, LinkProblem::Untrusted, LinkProblem::NotJjak, LinkProblem::WrongVersion, LinkProblem::Lost})
        QVERIFY(isSentence(sentence(problem)));
    for (const auto reason : {SignOutReason::Asked, SignOutReason::Revoked, SignOutReason::Replaced, SignOutReason::Expired})
        QVERIFY(isSentence(sentence(reason)));
    for (const auto where : {SecretStore::Where::Keychain, SecretStore::Where::File, SecretStore::Where::Memory})
        QVERIFY(isSentence(sentence(where)));
}

void TestSentences::everyLabelIsThereAndDifferent()
{
    QSet<QString> all;
    int count = 0;
    const auto take = [&](const QString &text) {
        QVERIFY(!text.isEmpty() && !text.contains(u'%'));
        all.insert(text);
        ++count;
    };
    for (const Reach reach : allReaches) {
        take(label(reach));
        take(distanceLabel(reach));
    }
    for (size_t i = 0; i < EnumNames<Crowd>::names.size(); ++i)
        take(label(Crowd(i)));
    for (size_t i = 0; i < EnumNames<ReportReason>::names.size(); ++i)
        take(label(ReportReason(i)));
    for (const auto state : {ConnectionState::Offline, ConnectionState::Connecting, ConnectionState::Waiting, ConnectionState::Connected, ConnectionState::Syncing, ConnectionState::Ready})
        take(label(state));
    QCOMPARE(all.size(), count);
}

void TestSentences::deletionIsSaidShortly()
{
    QCOMPARE(deletedSentence(), u"Message deleted"_s);
}

QTEST_GUILESS_MAIN(TestSentences)
#include "tst_sentences.moc"
