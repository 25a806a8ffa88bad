// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

#include "client/desktop/context.h"

class QLabel;
class QPushButton;

namespace jjak::desktop {

//! Where a comment is written or changed: a field, what is wrong, and a button. Knows no post.
class CommentBox final : public QWidget {
    Q_OBJECT

public:
    explicit CommentBox(Context &context, QWidget *parent = nullptr);

    QPlainTextEdit *edit() const { return m_edit; }
    QPushButton *sendButton() const { return m_send; }
    QString text() const { return m_edit->toPlainText(); }
    void setText(const QString &text);
    //! Changes a comment that is there; its text is in the field.
    void setEditing(bool editing);
    void setBusy(bool busy);
    void setError(const QString &error);
    QString error() const;
    void retranslate();

Q_SIGNALS:
    void sendWanted(const QString &text);
    void editCancelled();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refresh();
    void send();

    Context &m_context;
    QPlainTextEdit *m_edit;
    QLabel *m_note;
    QLabel *m_error;
    QPushButton *m_cancel;
    QPushButton *m_send;
    bool m_editing = false;
    bool m_busy = false;
};

} // namespace jjak::desktop
