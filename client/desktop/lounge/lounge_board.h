// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>
#include <QTimer>
#include <QWidget>

#include "client/desktop/context.h"
#include "client/desktop/translated.h"
#include "common/protocol/commands.h"

class QLabel;
class QVBoxLayout;

namespace jjak::desktop {

//! One line of the board: words that end in "…" where the room ends, and a number.
class BoardRow final : public QPushButton {
    Q_OBJECT

public:
    BoardRow(const Theme &theme, const QString &words, const QString &number, const QString &spoken, QWidget *parent);
    void setTexts(const QString &words, const QString &number, const QString &spoken);
    QString words() const { return m_words; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_words, m_number;
};

//! What stands beside the posts: the tags of the day, what is popular, what was read most and whom guests of tables thanked
//! this week. It is asked for anew now and then while somebody sees it.
class LoungeBoard final : public Translated<QWidget> {
    Q_OBJECT

public:
    explicit LoungeBoard(Context &context, QWidget *parent = nullptr);

    void refresh();
    //! For tests: the lines of all parts.
    QList<BoardRow *> rows() const;

Q_SIGNALS:
    void tagWanted(const QString &tag);
    void postWanted(jjak::PostId post);
    void authorWanted(jjak::PersonaId author, const QString &name);

protected:
    void retranslate() override { fill(); }
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void fill();
    QVBoxLayout *addPart(const QString &title, bool empty, const QString &nothing);
    void addHosts();
    void addPosts(QVBoxLayout *part, const QList<protocol::Post> &posts, bool reads);

    Context &m_context;
    protocol::cmd::Board m_board;
    QVBoxLayout *m_layout;
    QTimer m_again;
};

} // namespace jjak::desktop
