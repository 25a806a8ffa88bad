// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QTest>

#include "common/rules/popularity.h"
#include "tests/server/storage/scratch.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::storage;
using app::PostOrder;
using app::PostPlace;

namespace {

//! Somebody with a name in the lounge, and what they write.
struct Writer {
    explicit Writer(Scratch &scratch, const QString &name = u"river"_s) : s(scratch), account(s.account().id), persona(PersonaId::random(s.rng()))
    {
        s->personas.save({account, persona, name, {name, {}, {}, {}, true}});
    }
    app::PostRow write(const QString &text = u"text"_s, const QStringList &tags = {}, Time at = noon)
    {
        app::PostRow row;
        row.id = PostId::random(s.rng());
        row.author = account;
        row.cid = ClientId::random(s.rng());
        row.heading = u"title"_s;
        row.text = text;
        row.tags = tags;
        row.at = at;
        row.ranked = true;
        row.dayRank = popularity::rank(0, at, popularity::dayHalfLife);
        row.weekRank = popularity::rank(0, at, popularity::weekHalfLife);
        row.number = s->posts.insert(row);
        return row;
    }
    app::CommentRow comment(const app::PostRow &post, const QString &text = u"nice"_s)
    {
        app::CommentRow row{0, CommentId::random(s.rng()), post.number, post.id, post.author, account, ClientId::random(s.rng()), text, noon, {}, 0};
        row.number = s->comments.insert(row);
        return row;
    }

    Scratch &s;
    AccountId account;
    PersonaId persona;
};

QList<qint64> numbers(const QList<PostPlace> &places)
{
    QList<qint64> out;
    for (const PostPlace &place : places)
        out.append(place.number);
    return out;
}

} // namespace

class TstLoungeStores : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPersonaComesBackAsStored();
    void aNameIsBorneByOne();
    void aPostComesBackAsStored();
    void numbersAreNotUsedTwice();
    void oneCommandWritesOnePost();
    void aPostNeedsAPersona();
    void aDeedIsKeptUntilItIsNothing();
    void aCommentComesBackAsStored();
    void likesOfCommentsAreCounted();
    void ordersAreWalkedFromAPlace();
    void viewsAreKeptForSevenDays();
    void tagsCountPeople();
    void forgettingGoesInSteps();
    void aPostOfManyGoesInSteps();
    void nothingReadableIsLeftInTheFile();
};

void TstLoungeStores::aPersonaComesBackAsStored()
{
    Scratch s{Scratch::Where::Memory};
    const AccountId account = s.account().id;
    QVERIFY(!s->personas.of(account));
    const app::PersonaRow row{account, PersonaId::random(s.rng()), u"river"_s, {u"River"_s, u"I walk"_s, {u"ko"_s, u"en"_s}, {u"차"_s}, true}};
    QVERIFY(s->personas.save(row));
    for (const auto &stored : {s->personas.of(account), s->personas.find(row.id)}) {
        QVERIFY(stored);
        QCOMPARE(stored->account, account);
        QCOMPARE(stored->id, row.id);
        QCOMPARE(stored->folded, row.folded);
        QCOMPARE(stored->profile, row.profile);
    }
    auto changed = row;
    changed.profile = {u"Sea"_s, {}, {}, {}, false};
    changed.folded = u"sea"_s;
    QVERIFY(s->personas.save(changed));
    QCOMPARE(s->personas.of(account)->profile, changed.profile);
    QVERIFY(!s->personas.find(PersonaId::random(s.rng())));
}

void TstLoungeStores::aNameIsBorneByOne()
{
    Scratch s{Scratch::Where::Memory};
    Writer one(s);
    const AccountId other = s.account().id;
    QVERIFY(!s->personas.save({other, PersonaId::random(s.rng()), u"river"_s, {u"RIVER"_s, {}, {}, {}, false}}));
    QVERIFY(!s->personas.of(other));
    QCOMPARE(s->transaction.failure(), app::Transaction::Failure::None);
}

void TstLoungeStores::aPostComesBackAsStored()
{
    Scratch s{Scratch::Where::Memory};
    Writer one(s);
    auto row = one.write(u"여러\n줄"_s, {u"tea"_s, u"차"_s});
    row.likes = 3;
    row.comments = 2;
    row.people = 4;
    row.dayRank.reset();
    s->posts.setCounts(row);
    row.heading = u"new"_s;
    row.tags = {u"차"_s, u"milk"_s};
    row.edited = noon + 1h;
    s->posts.edit(row);
    const auto stored = s->posts.find(row.id);
    QCOMPARE(stored->number, row.number);
    QCOMPARE(stored->author, one.account);
    QCOMPARE(stored->cid, row.cid);
    QCOMPARE(stored->heading, row.heading);
    QCOMPARE(stored->text, row.text);
    QCOMPARE(stored->tags, row.tags);
    QCOMPARE(stored->at, row.at);
    QCOMPARE(stored->edited, row.edited);
    QCOMPARE(std::tuple(stored->likes, stored->comments, stored->people, stored->views, stored->reads, stored->ranked), std::tuple(3, 2, 4, 0, 0, true));
    QVERIFY(!stored->dayRank && stored->weekRank == row.weekRank);
    const auto under = [&](const QString &tag) { return s->feeds.page({.order = PostOrder::Tag, .viewer = one.account, .limit = 9, .tag = tag}).size(); };
    QCOMPARE(under(u"tea"_s), 0);
    QCOMPARE(under(u"milk"_s), 1);
    QCOMPARE(under(u"차"_s), 1);
}

void TstLoungeStores::numbersAreNotUsedTwice()
{
    Scratch s{Scratch::Where::Memory};
    Writer one(s);
    QCOMPARE(s->feeds.newest(), 0);
    const auto first = one.write(), second = one.write();
    QCOMPARE(s->feeds.newest(), second.number);
    s->posts.remove(second, noon + 1h);
    QCOMPARE(s->feeds.newest(), first.number);
    QVERIFY(one.write().number > second.number);
    QCOMPARE(s->posts.byClientId(one.account, second.cid), std::optional(second.id));
    QVERIFY(!s->comments.byClientId(one.account, second.cid));
    s->pulse.forget(noon + 1h, 9);
    QVERIFY(!s->posts.byClientId(one.account, second.cid));
}

void TstLoungeStores::oneCommandWritesOnePost()
{
    Scratch s{Scratch::Where::Memory};
    Writer one(s);
    const auto row = one.write();
    QCOMPARE(s->posts.byClientId(one.account, row.cid), std::optional(row.id));
    QVERIFY(!s.commit([&] {
        auto again = row;
        again.id = PostId::random(s.rng());
        QCOMPARE(s->posts.insert(again), 0);
        QCOMPARE(s->transaction.failure(), app::Transaction::Failure::Command);
    }));
}

void TstLoungeStores::aPostNeedsAPersona()
{
    Scratch s{Scratch::Where::Memory};
    Writer one(s);
    QVERIFY(!s.commit([&] {
        one.account = s.account().id;
        one.write();
        QCOMPARE(s->transaction.failure(), app::Transaction::Failure::Command);
    }));
}

void TstLoungeStores::aDeedIsKeptUntilItIsNothing()
{
    Scratch s{Scratch::Where::Memory};
    Writer one(s);
    const auto post = one.write();
    const AccountId other = s.account().id;
    QCOMPARE(s->posts.deed(post.number, other), domain::Deed());
    const domain::Deed deed{noon, 2, true}, less{std::nullopt, 1, true};
    s->posts.setDeed(post.number, other, deed);
    QCOMPARE(s->posts.deed(post.number, other), deed);
    QVERIFY(s->feeds.seen(post.number, other, 9)->liked);
    s->posts.setDeed(post.number, other, less);
    QCOMPARE(s->posts.deed(post.number, other), less);
    QVERIFY(!s->feeds.seen(post.number, other, 9)->liked);
    s->posts.setDeed(post.number, other, {});
    QCOMPARE(s.set().database().value<int>(u"SELECT count(*) FROM post_person"_s), std::optional(0));
}

void TstLoungeStores::aCommentComesBackAsStored()
{
    Scratch s{Scratch::Where::Memory};
    Writer one(s), two(s, u"sea"_s);
    const auto post = one.write();
    auto row = two.comment(post, u"first"_s);
    row.text = u"changed"_s;
    row.edited = noon + 1h;
    s->comments.edit(row);
    const auto stored = s->comments.find(row.id);
    QCOMPARE(stored->text, row.text);
    QCOMPARE(stored->edited, row.edited);
    QCOMPARE(std::tuple(stored->number, stored->post, stored->postId, stored->postAuthor, stored->author, stored->cid, stored->likes),
             std::tuple(row.number, post.number, post.id, one.account, two.account, row.cid, 0));
    const auto page = s->comments.page(post.number, one.account, 0, 9);
    QCOMPARE(page.size(), 1);
    QCOMPARE(page.first().comment.author, two.persona);
    QCOMPARE(page.first().comment.name, u"sea"_s);
    QVERIFY(s->comments.page(post.number, one.account, row.number, 9).isEmpty());
    s->comments.remove(row, noon + 1h);
    QVERIFY(!s->comments.find(row.id));
    QCOMPARE(s->comments.byClientId(two.account, row.cid), std::optional(row.id));
}

void TstLoungeStores::likesOfCommentsAreCounted()
{
    Scratch s{Scratch::Where::Memory};
    Writer one(s);
    const auto comment = one.comment(one.write());
    const AccountId a = s.account().id, b = s.account().id;
    QVERIFY(s->comments.like(comment.number, a, true));
    QVERIFY(!s->comments.like(comment.number, a, true));
    QVERIFY(s->comments.like(comment.number, b, true));
    QVERIFY(s->comments.like(comment.number, a, false));
    QVERIFY(!s->comments.like(comment.number, a, false));
    QCOMPARE(s->comments.find(comment.id)->likes, 1);
}

void TstLoungeStores::ordersAreWalkedFromAPlace()
{
    Scratch s{Scratch::Where::Memory};
    Writer one(s), two(s, u"sea"_s);
    const AccountId viewer = s.account().id;
    QList<app::PostRow> posts;
    for (int i = 0; i < 6; ++i)
        posts.append((i % 2 ? one : two).write(u"x"_s, {u"tea"_s}, noon + i * 1h));
    posts[1].people = 100; // by far the best
    posts[1].dayRank = popularity::rank(100, posts[1].at, popularity::dayHalfLife);
    s->posts.setCounts(posts[1]);
    const auto page = [&](PostOrder order, std::optional<PostPlace> behind = {}) {
        app::PostQuery query{.order = order, .viewer = viewer, .limit = 3, .tag = u"tea"_s, .author = one.account};
        query.behind = behind.value_or(query.behind);
        return s->feeds.page(query);
    };
    const auto n = [&](QList<int> which) {
        QList<qint64> out;
        for (const int i : which)
            out.append(posts[i].number);
        return out;
    };
    QCOMPARE(numbers(page(PostOrder::Number)), n({5, 4, 3}));
    QCOMPARE(numbers(page(PostOrder::Number, PostPlace{0, posts[3].number})), n({2, 1, 0}));
    QCOMPARE(numbers(page(PostOrder::Tag, PostPlace{0, posts[3].number})), n({2, 1, 0}));
    QCOMPARE(numbers(page(PostOrder::Author)), n({5, 3, 1}));
    const auto day = page(PostOrder::Day);
    QCOMPARE(numbers(day), n({1, 5, 4}));
    QCOMPARE(numbers(page(PostOrder::Day, day.last())), n({2})); // 3 is the third of its author, 0 as well
    QCOMPARE(numbers(page(PostOrder::Week)), n({5, 4, 3}));
    s->blocks.insert({BlockId::random(s.rng()), two.account, viewer, {}, noon});
    QCOMPARE(numbers(page(PostOrder::Number)), n({5, 3, 1}));
    QVERIFY(!s->feeds.seen(posts[4].number, viewer, 9));
    QCOMPARE(s->feeds.countAfter(0, viewer, 99), 3);
    QCOMPARE(s->feeds.countAfter(0, viewer, 2), 2);
}

void TstLoungeStores::viewsAreKeptForSevenDays()
{
    Scratch s{Scratch::Where::Memory};
    Writer one(s);
    const auto post = one.write();
    const AccountId a = s.account().id, b = s.account().id;
    const qint64 today = toMs(noon) / 86'400'000;
    QVERIFY(s->pulse.view(post.number, a, today, true));
    QVERIFY(!s->pulse.view(post.number, a, today, true));
    QVERIFY(s->pulse.view(post.number, b, today, false));
    QVERIFY(s->pulse.view(post.number, a, today + 1, true));
    const auto counted = [&] { return std::pair(s->posts.find(post.id)->views, s->posts.find(post.id)->reads); };
    QCOMPARE(counted(), std::pair(3, 2));
    s->pulse.forget(noon + std::chrono::days(6), 99);
    QCOMPARE(counted(), std::pair(3, 2));
    s->pulse.forget(noon + std::chrono::days(7), 99);
    QCOMPARE(counted(), std::pair(3, 1));
    QCOMPARE(s->feeds.page({.order = PostOrder::Reads, .viewer = a, .limit = 9}).size(), 1);
    s->pulse.forget(noon + std::chrono::days(8), 99);
    QCOMPARE(counted(), std::pair(3, 0));
    QVERIFY(s->feeds.page({.order = PostOrder::Reads, .viewer = a, .limit = 9}).isEmpty());
}

void TstLoungeStores::tagsCountPeople()
{
    Scratch s{Scratch::Where::Memory};
    Writer one(s), two(s, u"sea"_s);
    const auto post = one.write(u"x"_s, {u"tea"_s, u"milk"_s});
    const auto comment = two.comment(post), again = two.comment(post);
    s->pulse.wrote(post.tags, one.account, post.number, {}, noon);
    s->pulse.wrote(post.tags, two.account, post.number, comment.number, noon);
    s->pulse.wrote(post.tags, two.account, post.number, again.number, noon);
    QCOMPARE(s->pulse.trends(9), (QList<protocol::Trend>{{u"tea"_s, 2}, {u"milk"_s, 2}}));
    QCOMPARE(s->pulse.trends(1).size(), 1);
    s->comments.remove(comment, noon);
    QCOMPARE(s->pulse.trends(9).first().people, 2);
    s->comments.remove(again, noon);
    QCOMPARE(s->pulse.trends(9).first().people, 1);
    auto edited = post;
    edited.tags = {u"milk"_s};
    s->posts.edit(edited);
    QCOMPARE(s->pulse.trends(9), (QList<protocol::Trend>{{u"milk"_s, 1}}));
    s->posts.remove(post, noon);
    QVERIFY(s->pulse.trends(9).isEmpty());
}

void TstLoungeStores::forgettingGoesInSteps()
{
    Scratch s{Scratch::Where::Memory};
    Writer one(s);
    for (int i = 0; i < 5; ++i) {
        const auto post = one.write(u"x"_s, {u"tag%1"_s.arg(i)}, noon + i * 1h);
        s->pulse.wrote(post.tags, one.account, post.number, {}, post.at);
    }
    const auto left = [&] {
        auto &d = s.set().database();
        return std::tuple(*d.value<int>(u"SELECT count(*) FROM tag_use"_s), *d.value<int>(u"SELECT count(*) FROM post WHERE day_rank IS NOT NULL"_s), *d.value<int>(u"SELECT count(*) FROM post WHERE week_rank IS NOT NULL"_s));
    };
    s->pulse.forget(noon + popularity::day + 3h, 2);
    QCOMPARE(left(), std::tuple(3, 3, 5));
    s->pulse.forget(noon + popularity::day + 3h, 9);
    QCOMPARE(left(), std::tuple(1, 1, 5)); // the youngest stays
    s->pulse.forget(noon + popularity::week, 9);
    QCOMPARE(left(), std::tuple(0, 0, 4));
}

void TstLoungeStores::aPostOfManyGoesInSteps()
{
    Scratch s;
    Writer one(s);
    app::PostRow post, other;
    QVERIFY(s.commit([&] {
        post = one.write(u"much"_s, {u"tea"_s});
        other = one.write(u"little"_s, {u"tea"_s});
        const app::CommentRow loved = one.comment(post), plain = one.comment(post), stays = one.comment(other);
        s->pulse.wrote(post.tags, one.account, post.number, loved.number, noon);
        for (const AccountId &reader : s.people(800)) {
            s->posts.setDeed(post.number, reader, {noon, 0, true});
            s->pulse.view(post.number, reader, 9, true);
            s->comments.like(loved.number, reader, true);
        }
        s->comments.like(stays.number, post.author, true);
        s->posts.setDeed(other.number, s.account().id, {noon, 0, true});
    }));
    const auto rows = [&] {
        auto &d = s.set().database();
        return *d.value<int>(u"SELECT (SELECT count(*) FROM post) + (SELECT count(*) FROM post_person) + (SELECT count(*) FROM post_view) + (SELECT count(*) FROM comment) + (SELECT count(*) FROM comment_like) + (SELECT count(*) FROM tag_use)"_s);
    };
    const int before = rows(), staying = 4;
    QVERIFY(s.commit([&] { s->posts.remove(post, noon + 1h); }));
    QVERIFY(before - rows() <= 500);
    QVERIFY(!s->posts.find(post.id));
    QVERIFY(s->pulse.trends(9).isEmpty());
    QCOMPARE(s->agenda.next(20s), std::optional(fromMs(0)));
    s.reopen();
    for (int left = rows(); left > staying; left = rows()) {
        QVERIFY(s.commit([&] { s->posts.removeErased(100); }));
        QVERIFY2(left - rows() >= 1 && left - rows() <= 101, qPrintable(QString::number(left - rows())));
    }
    QCOMPARE(rows(), staying);
    QVERIFY(s->posts.find(other.id));
    QCOMPARE(s->posts.byClientId(post.author, post.cid), std::optional(post.id)); // is not written again
    QCOMPARE(s->agenda.next(20s), std::nullopt);
    s->posts.removeErased(100);
    QCOMPARE(rows(), staying);
    QCOMPARE(s->transaction.failure(), app::Transaction::Failure::None);
}

void TstLoungeStores::nothingReadableIsLeftInTheFile()
{
    Scratch s;
    if (!s.isFile())
        QSKIP("of files that are PostgreSQL's nothing is promised");
    const auto has = [&](const QByteArray &needle) {
        if (!s->expiry.emptyLog())
            return true;
        for (const QString &name : {s.path(), s.path() + u"-wal"_s}) {
            QFile file(name);
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(needle))
                return true;
        }
        return false;
    };
    Writer one(s);
    QList<app::PostRow> posts;
    QList<app::CommentRow> comments;
    for (int i = 0; i < 300; ++i) {
        QVERIFY(s.commit([&] {
            posts.append(one.write(u"private words %1 "_s.arg(i).repeated(1 + i % 40), {u"hiddentag"_s}));
            comments.append(one.comment(posts.last(), u"quiet answer %1"_s.arg(i)));
            s->pulse.wrote(posts.last().tags, one.account, posts.last().number, comments.last().number, noon);
        }));
    }
    for (const QByteArray &needle : {"private words"_ba, "quiet answer"_ba, "hiddentag"_ba})
        QVERIFY2(has(needle), needle.constData());
    // Half of the comments go by themselves, the rest with their posts; what is edited away is gone as well.
    for (int i = 0; i < 300; ++i) {
        QVERIFY(s.commit([&] {
            if (i % 2)
                s->comments.remove(comments[i], noon);
            if (i % 3) {
                s->posts.remove(posts[i], noon);
            } else {
                posts[i].text = u"other"_s;
                posts[i].tags.clear();
                s->posts.edit(posts[i]);
                if (i % 2 == 0) {
                    comments[i].text = u"other"_s;
                    s->comments.edit(comments[i]);
                }
            }
        }));
    }
    for (const QByteArray &needle : {"private words"_ba, "quiet answer"_ba, "hiddentag"_ba})
        QVERIFY2(!has(needle), needle.constData());
}

QTEST_GUILESS_MAIN(TstLoungeStores)
#include "tst_lounge_stores.moc"
