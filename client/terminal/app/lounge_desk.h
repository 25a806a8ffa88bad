// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "client/core/session.h"
#include "client/terminal/command/lounge_order.h"

namespace jjak::terminal {

//! The lounge behind /lounge and /post: which post bears which number, and the questions to who writes one. While it asks,
//! lines without a slash are answers.
class LoungeDesk final : public QObject {
    Q_OBJECT

public:
    //! The session has to outlive it.
    explicit LoungeDesk(client::Session &session, QObject *parent = nullptr);

    void run(const LoungeOrder &order);
    //! A post is being written: the next line is an answer.
    bool isAsking() const { return m_step != Step::None; }
    void answer(const QString &line);
    //! The post of that number, 0: the one that is open; nullptr: there is none.
    const protocol::Post *listedPost(int number) const;

Q_SIGNALS:
    void said(const QString &text, bool problem);
    void listed(const QString &title, const QStringList &lines);
    //! Was not carried out and is not lost.
    void lineKept(const QString &line, const QString &why);

private:
    enum class Step { None, Name, Title, Text, Tags };

    // Reading (lounge_desk.cpp)
    void list(const LoungeOrder &order, const QString &after, bool first);
    void showPage(const LoungeOrder &order, const protocol::cmd::PostList &page, bool first);
    void more();
    void lookAtBoard();
    void lookAtMyself();
    void open(int number);
    void moreComments();
    void savePicture(const LoungeOrder &order);
    void forget();

    // About one post or comment (lounge_desk.cpp)
    void carryOut(const LoungeOrder &order);
    void comment(const LoungeOrder &order);
    std::optional<protocol::Post> post(int number);
    std::optional<protocol::Comment> comment(int number, int comment);

    // Writing (lounge_writing.cpp)
    void takeName(const QString &name, std::function<void()> then);
    //! Calls when there is a name in the lounge; else says how to take one, and keeps the line.
    void withName(std::function<void()> go, const QString &line);
    void write(const LoungeOrder &order);
    void begin();
    void edit(const LoungeOrder &order);
    void ask(Step step);
    void takeText(const QString &line);
    void takeTags(const QString &line);
    void send(const client::PostDraft &draft);
    void change(PostId post, const client::PostDraft &draft);
    void giveUp();
    void dropDraft();

    void say(const QString &text) { Q_EMIT said(text, false); }
    void complain(const QString &text) { Q_EMIT said(text, true); }
    void complain(const Error &error);
    template <class T>
    client::Callback<T> told(const QString &success)
    {
        return [this, success](const Result<T> &result) {
            if (!result)
                complain(result.error());
            else if (!success.isEmpty())
                say(success);
        };
    }

    client::Session &m_session;
    client::Lounge &m_lounge;
    QList<protocol::Post> m_posts; //!< in order of their numbers
    LoungeOrder m_query;
    QString m_next;                //!< of the last list; empty: there is no more
    int m_round = 0;               //!< of lists: answers to earlier ones are void
    int m_openNumber = 0;          //!< of the post that is open; 0: none is
    QList<protocol::Comment> m_comments;
    QString m_nextComments;
    Step m_step = Step::None;
    client::PostDraft m_writing;
    std::optional<protocol::Post> m_editing; //!< the post as it was; nullopt: a new one is written
    bool m_textBegun = false;      //!< of an edit: the old text has gone
};

} // namespace jjak::terminal
