// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QTimer>

#include "client/core/lounge/lounge.h"
#include "client/desktop/context.h"
#include "common/protocol/lounge_values.h"

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QTabBar;

namespace jjak::desktop {

class FormField;
class MarkdownView;
class PictureRow;

//! Writes a post, or changes one's own: title, text with a preview, pictures, tags. What is begun is kept as a draft until it
//! is posted or thrown away; what is refused is said beside what it is about.
class PostDialog final : public QDialog {
    Q_OBJECT

public:
    //! `post`: the one to change; none: a new one, which begins with the draft that is kept.
    PostDialog(Context &context, const std::optional<protocol::Post> &post, QWidget *parent);
    ~PostDialog() override;

    QLineEdit *titleEdit() const { return m_title; }
    QPlainTextEdit *textEdit() const { return m_text; }
    QLineEdit *tagsEdit() const { return m_tags; }
    QPushButton *postButton() const { return m_post; }
    QPushButton *throwButton() const { return m_throw; }
    MarkdownView *preview() const { return m_preview; }
    PictureRow *pictures() const { return m_pictures; }
    void showPreview(bool on);
    QString error() const;

Q_SIGNALS:
    //! It is on the server.
    void posted(jjak::PostId post);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QWidget *makeWriting();
    QWidget *makeButtons();
    client::PostDraft written() const;
    void begin(const client::PostDraft &draft);
    void changed();
    void refresh();
    void fit();
    void keep();
    void throwAway();
    void send();
    void answered(const Result<PostId> &result);
    void refuse(const Error &error);
    void setTextError(const QString &error);
    void clearErrors();

    Context &m_context;
    std::optional<PostId> m_editing;
    std::unique_ptr<client::PictureTray> m_ownTray; //!< of a post that is changed
    client::PictureTray &m_tray;
    QLineEdit *m_title, *m_tags;
    QPlainTextEdit *m_text;
    FormField *m_titleField, *m_tagsField;
    QTabBar *m_tabs;
    QStackedWidget *m_sides;
    MarkdownView *m_preview;
    PictureRow *m_pictures;
    QLabel *m_textNote, *m_error;
    QPushButton *m_throw, *m_post;
    QTimer m_keep; //!< a draft is written when nothing was typed for a moment
    bool m_wrongText = false;
    bool m_busy = false; //!< the server has it before it
};

} // namespace jjak::desktop
