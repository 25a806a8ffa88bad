// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/desktop/context.h"
#include "client/desktop/forms/form_dialog.h"
#include "common/protocol/table_commands.h"

class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QLineEdit;
class QRadioButton;
class QSpinBox;

namespace jjak::desktop {

class FormField;

//! Offers a coffee table with one's own post: what it is about, in which language, when, for how many, and who decides who
//! comes. Another table of one's own at the same hour is a question.
class OfferDialog final : public FormDialog {
    Q_OBJECT

public:
    OfferDialog(Context &context, const protocol::Post &post, QWidget *parent);

    //! What would be sent; nullopt, and every field says what is wrong with it.
    std::optional<protocol::cmd::OfferTable> read();
    void setMoment(const QDateTime &at);

    QLineEdit *topic() const { return m_topic; }
    QComboBox *language() const { return m_language; }
    QRadioButton *nowButton() const { return m_now; }
    QRadioButton *laterButton() const { return m_later; }
    QDateTimeEdit *moment() const { return m_at; }
    QComboBox *zone() const { return m_zone; }
    QSpinBox *seats() const { return m_seats; }
    QCheckBox *approval() const { return m_approval; }
    //! What is wrong, wherever it stands; empty: nothing.
    QString error() const;

Q_SIGNALS:
    //! The server has it.
    void offered(const jjak::protocol::Table &table);

protected:
    void send() override;

private:
    QWidget *makeWhen();
    void fillFields(const protocol::Post &post);
    void checkMoment(const std::optional<Time> &at);
    void offer(protocol::cmd::OfferTable wanted);
    void refuse(const Error &error, const protocol::cmd::OfferTable &wanted);

    Context &m_context;
    const PostId m_post;
    QLineEdit *m_topic;
    QComboBox *m_language;
    QRadioButton *m_now, *m_later;
    QDateTimeEdit *m_at;
    QComboBox *m_zone;
    QSpinBox *m_seats;
    QCheckBox *m_approval;
    FormField *m_topicField, *m_languageField, *m_atField, *m_zoneField, *m_seatsField;
};

} // namespace jjak::desktop
