// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QTimer>
#include <vector>

#include "client/core/lounge/lounge.h"

namespace jjak::client {

//! Which posts to list: those that contain a text, when there is one; else those of a tag; else of an author; else a feed.
struct PostQuery {
    protocol::Feed feed = protocol::Feed::New;
    QString tag = {}; //!< with or without a leading '#'
    QString text = {};
    std::optional<PersonaId> author = {};
    bool operator==(const PostQuery &) const = default;
    //! All posts by time: only there new ones stand in front.
    bool isNewest() const { return feed == protocol::Feed::New && tag.isEmpty() && text.isEmpty() && !author; }
};

//! Posts in the order in which the server lists them, page after page, each once. It changes by itself what is changed,
//! liked, deleted or blocked from here; what others write is counted (news()) and shown by refresh(), so that nothing jumps.
class PostListModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        TitleRole = Qt::DisplayRole,   //!< QString
        PostRole = Qt::UserRole + 1,   //!< protocol::Post, with what one wishes oneself already in it
        IdRole,                        //!< PostId
    };
    Q_ENUM(Role)

    enum class State {
        Idle,
        Loading, //!< the first page, or the next one
        Failed,  //!< see error(): retry(); by itself as soon as there is a connection again
    };
    Q_ENUM(State)

    //! Lists nothing before the first setQuery() or refresh(). The lounge has to outlive it.
    explicit PostListModel(Lounge &lounge, QObject *parent = nullptr, Duration newsEvery = std::chrono::seconds(20));

    const PostQuery &query() const { return m_query; }
    //! Empties the list and asks for the first page, also when it is the same query.
    void setQuery(const PostQuery &query);
    //! The first page anew; what is shown stays until it is here, then it is replaced (modelReset).
    void refresh();
    //! While Failed: asks again for what could not be had.
    void retry();

    State state() const { return m_state; }
    const Error &error() const { return m_error; }
    //! There are no more posts than these.
    bool isComplete() const { return m_state == State::Idle && m_listed && m_next.isEmpty(); }
    //! The first page of this query has been here, be it empty.
    bool isListed() const { return m_listed; }

    //! How many posts by others came since; counted to 99. 0 for lists other than all posts by time.
    int news() const { return m_news; }
    //! Somebody looks at it: news are counted now and every 20 s.
    void setWatching(bool on);

    //! -1 for a post that is not in the list.
    int rowOf(PostId post) const;
    std::optional<protocol::Post> postAt(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    //! Not while it is loading or has failed.
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    //! state(), error() or isComplete() is another one.
    void stateChanged();
    void newsChanged(int posts);

private:
    using Page = protocol::cmd::PostList;

    void ask(const QString &after);
    void answered(const QString &after, const Result<Page> &page);
    void replace(const QList<protocol::Post> &posts);
    bool append(const QList<protocol::Post> &posts);
    void put(int row, const protocol::Post &post);
    void lookAgain(PostId post);
    void liked(PostId post, bool on);
    void removeRow(int row);
    void blocked(PostId post, bool byComment);
    void clear();
    void setState(State state, const Error &error = {});
    void setNews(int posts);
    void countNews();

    Lounge &m_lounge;
    PostQuery m_query;
    std::vector<protocol::Post> m_posts;
    QString m_next;           //!< of the last page; empty: that was all
    QString m_newest;         //!< of the first page
    QString m_failedAfter;    //!< what retry() asks for
    State m_state = State::Idle;
    Error m_error;
    bool m_asked = false;     //!< by setQuery() or refresh()
    bool m_listed = false;
    bool m_watching = false;
    bool m_counting = false;  //!< an answer is on its way
    int m_round = 0;          //!< answers to earlier ones are void
    int m_cleared = 0;        //!< counts how often all rows went
    int m_emptyPages = 0;     //!< that followed each other
    int m_news = 0;
    QTimer m_newsTimer;
};

} // namespace jjak::client
