// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <algorithm>
#include <cmath>

#include "common/rules/popularity.h"
#include "tests/server/app/parlour.h"

using namespace jjak;
using namespace jjak::app;
using namespace jjak::app::test;
using namespace jjak::protocol;
using namespace Qt::StringLiterals;

namespace {

//! What a notebook may get wrong, for the test that it would be noticed.
struct Wrong {
    int halfLives = 1; //!< so many times as long
    bool everybodyCounts = false;
    int postsOfOneAuthor = popularity::postsOfOneAuthor;
};

//! What is told of the formula, computed from all that happened and from the age, as the help prints it.
struct Reference {
    struct Doer {
        bool liked = false;
        int comments = 0;
        bool counts = false;
    };
    struct Written {
        QString heading;
        PostId id;
        int author = 0;
        Time at;
        QMap<int, Doer> doers;
    };
    QList<Written> posts;
    Wrong wrong;

    int people(const Written &post) const
    {
        return int(std::ranges::count_if(post.doers, [this](const Doer &d) { return (d.counts || wrong.everybodyCounts) && (d.liked || d.comments > 0); }));
    }
    double worth(const Written &post, Time now, Duration halfLife) const
    {
        return double(1 + people(post)) * std::exp2(-double((now - post.at).count()) / double((halfLife * wrong.halfLives).count()));
    }
    //! Posts of the window, the one that is worth most first, of equal ones the later; at most two of each author.
    QList<Written> list(Time now, Duration window, Duration halfLife) const
    {
        QList<std::pair<double, int>> order;
        for (int i = 0; i < posts.size(); ++i) {
            if (now - posts[i].at < window)
                order.append({worth(posts[i], now, halfLife), i});
        }
        std::ranges::sort(order, [](const auto &a, const auto &b) { return a > b; });
        QList<Written> out;
        QMap<int, int> ofAuthor;
        for (const auto &[worth, i] : order) {
            if (ofAuthor[posts[i].author]++ < wrong.postsOfOneAuthor)
                out.append(posts[i]);
        }
        return out;
    }
    //! Up to the unit that the stored number is rounded to.
    static bool nearlySame(double a, double b) { return std::abs(std::log2(a) - std::log2(b)) * double(popularity::unit) <= 2.0; }
};

//! A lounge in which things happen by chance, and the same in a plain notebook.
class Evening {
public:
    explicit Evening(quint64 seed, const Wrong &wrong = {}) : m_rng(seed)
    {
        m_book.wrong = wrong;
        for (int i = 0; i < people; ++i) {
            if (i == people / 2)
                m_parlour.counter.skip(std::chrono::days(2)); // the others' accounts come of age on the way
            m_people.append(&m_parlour.guest(u"person%1"_s.arg(i)));
            m_since.append(m_parlour.counter.now());
        }
    }

    void step()
    {
        m_parlour.counter.skip(Duration(qint64(m_rng.below(4 * 3'600'000))));
        const int who = int(m_rng.below(people));
        if (m_rng.below(3) == 0 || m_book.posts.isEmpty())
            return write(who);
        auto &post = m_book.posts[qsizetype(m_rng.below(quint64(m_book.posts.size())))];
        switch (m_rng.below(8)) {
        case 0:
            return erase(post);
        case 1:
        case 2:
            return comment(who, post);
        case 3:
            return takeBack(post);
        default:
            return like(who, post, m_rng.below(4) != 0);
        }
    }

    //! How many of the posts of both lists stand elsewhere than they should.
    int disagreements()
    {
        return compare(Feed::Today, popularity::day, popularity::dayHalfLife) + compare(Feed::Week, popularity::week, popularity::weekHalfLife) + compareCounts();
    }
    int compared() const { return m_compared; }

private:
    static constexpr int people = 12;

    void write(int who)
    {
        const QString heading = u"post %1"_s.arg(++m_written);
        m_book.posts.append({heading, m_parlour.write(*m_people[who], heading), who, m_parlour.counter.now(), {}});
    }
    void erase(const Reference::Written &post)
    {
        const PostId id = post.id;
        if (!m_parlour.counter.ask(*m_people[post.author], cmd::ErasePost{id}))
            qFatal("not erased");
        m_comments.removeIf([&](const auto &c) { return c.post == id; });
        m_book.posts.removeIf([&](const auto &p) { return p.id == id; });
    }
    Reference::Doer &doer(int who, Reference::Written &post)
    {
        Reference::Doer &out = post.doers[who];
        if (!out.liked && out.comments == 0)
            out.counts = m_parlour.counter.now() - m_since[who] >= popularity::grownUp;
        return out;
    }
    void like(int who, Reference::Written &post, bool on)
    {
        if (m_parlour.like(*m_people[who], post.id, on) == (who == post.author))
            qFatal("liked wrongly");
        if (who != post.author)
            doer(who, post).liked = on;
    }
    void comment(int who, Reference::Written &post)
    {
        m_comments.append({post.id, m_parlour.comment(*m_people[who], post.id), who});
        if (who != post.author)
            doer(who, post).comments++;
    }
    void takeBack(Reference::Written &post)
    {
        const auto found = std::ranges::find(m_comments, post.id, &Comment::post);
        if (found == m_comments.end())
            return;
        if (!m_parlour.counter.ask(*m_people[found->who], cmd::EraseComment{found->id}))
            qFatal("not erased");
        if (found->who != post.author)
            post.doers[found->who].comments--;
        m_comments.erase(found);
    }

    int compare(Feed feed, Duration window, Duration halfLife)
    {
        const Time now = m_parlour.counter.now();
        const auto wanted = m_book.list(now, window, halfLife);
        const auto told = m_parlour.headings(m_parlour.one, feed);
        int out = int(std::abs(wanted.size() - told.size()));
        for (qsizetype i = 0; i < std::min(wanted.size(), told.size()); ++i) {
            m_compared++;
            const auto there = std::ranges::find(m_book.posts, told[i], &Reference::Written::heading);
            const bool same = told[i] == wanted[i].heading || (there != m_book.posts.end() && Reference::nearlySame(m_book.worth(*there, now, halfLife), m_book.worth(wanted[i], now, halfLife)));
            out += !same;
        }
        return out;
    }
    int compareCounts()
    {
        int out = 0;
        for (const auto &post : m_book.posts)
            out += m_parlour.row(post.id).people != m_book.people(post);
        return out;
    }

    struct Comment {
        PostId post;
        CommentId id;
        int who = 0;
    };
    SeededRng m_rng;
    Parlour m_parlour;
    QList<Guest *> m_people;
    QList<Time> m_since;
    Reference m_book;
    QList<Comment> m_comments;
    int m_written = 0, m_compared = 0;
};

} // namespace

//! The published formula: what is stored of it orders posts as the formula does, at any moment.
class TestPopularity : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theStoredNumberOrdersAsTheFormula();
    void timeAloneNeverChangesAnOrder();
    void listsAreWhatTheFormulaSays_data();
    void listsAreWhatTheFormulaSays();
    void aWrongFormulaWouldBeNoticed_data();
    void aWrongFormulaWouldBeNoticed();
};

void TestPopularity::theStoredNumberOrdersAsTheFormula()
{
    SeededRng rng(1);
    const Time start = fromMs(1'800'000'000'000);
    for (int i = 0; i < 100'000; ++i) {
        const Duration halfLife = i % 2 ? popularity::dayHalfLife : popularity::weekHalfLife;
        const auto draw = [&] { return std::pair(int(rng.below(rng.below(2) ? 5 : 100'000)), start + Duration(qint64(rng.below(quint64(popularity::week.count()))))); };
        const auto [people, at] = draw();
        const auto [otherPeople, otherAt] = draw();
        const Time now = start + popularity::week;
        const auto worth = [&](int count, Time written) { return double(1 + count) * std::exp2(-double((now - written).count()) / double(halfLife.count())); };
        const double one = worth(people, at), other = worth(otherPeople, otherAt);
        if (!Reference::nearlySame(one, other))
            QCOMPARE(popularity::rank(people, at, halfLife) > popularity::rank(otherPeople, otherAt, halfLife), one > other);
    }
}

void TestPopularity::timeAloneNeverChangesAnOrder()
{
    Parlour p;
    SeededRng rng(2);
    QList<PostId> ids;
    for (int i = 0; i < 12; ++i) {
        Guest &author = p.guest(u"author%1"_s.arg(i));
        p.counter.skip(Duration(qint64(rng.below(3'600'000))));
        ids.append(p.write(author, u"post %1"_s.arg(i)));
        for (Guest *who : {&p.one, &p.two, &p.three}) {
            if (rng.below(2))
                QVERIFY(p.like(*who, ids.last()));
        }
    }
    const auto ranks = [&] {
        QList<std::optional<qint64>> out;
        for (const PostId &id : ids)
            out.append(p.row(id).weekRank);
        return out;
    };
    const auto rows = ranks();
    QStringList last = p.headings(p.one, Feed::Week);
    const QStringList today = p.headings(p.one, Feed::Today);
    QCOMPARE(last.size(), 12);
    for (int hour = 0; hour < 24 * 6; ++hour) {
        p.counter.skip(1h);
        QCOMPARE(p.headings(p.one, Feed::Week), last);
        QCOMPARE(ranks(), rows); // nothing is computed anew
        QStringList left = today;
        const auto now = p.headings(p.one, Feed::Today);
        left.removeIf([&](const QString &heading) { return !now.contains(heading); });
        QCOMPARE(now, left); // who leaves the window leaves no other order behind
    }
}

void TestPopularity::listsAreWhatTheFormulaSays_data()
{
    QTest::addColumn<quint64>("seed");
    for (quint64 seed = 1; seed <= 8; ++seed)
        QTest::addRow("seed %d", int(seed)) << seed;
}

void TestPopularity::listsAreWhatTheFormulaSays()
{
    QFETCH(quint64, seed);
    Evening evening(seed);
    for (int i = 0; i < 150; ++i) {
        evening.step();
        QCOMPARE(evening.disagreements(), 0);
    }
    qInfo("%d places in lists compared", evening.compared());
    QVERIFY2(evening.compared() > 1'000, qPrintable(QString::number(evening.compared())));
}

void TestPopularity::aWrongFormulaWouldBeNoticed_data()
{
    QTest::addColumn<Wrong>("wrong");
    QTest::newRow("another half-life") << Wrong{.halfLives = 2};
    QTest::newRow("new accounts count") << Wrong{.everybodyCounts = true};
    QTest::newRow("three of an author") << Wrong{.postsOfOneAuthor = 3};
}

void TestPopularity::aWrongFormulaWouldBeNoticed()
{
    QFETCH(Wrong, wrong);
    Evening evening(1, wrong);
    int noticed = 0;
    for (int i = 0; i < 100; ++i) {
        evening.step();
        noticed += evening.disagreements() > 0;
    }
    QVERIFY2(noticed > 0, qPrintable(QString::number(noticed)));
    qInfo("noticed after %d of 100 steps", noticed);
}

QTEST_GUILESS_MAIN(TestPopularity)
#include "tst_popularity.moc"
