// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>

#include "client/desktop/context.h"
#include "client/desktop/forms/form_dialog.h"
#include "common/protocol/date_commands.h"

class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace jjak::desktop {

class FormField;

//! Plans an event: title, when and in which time zone, seats, languages, and what the host plays.
class EventDialog final : public FormDialog {
    Q_OBJECT

public:
    EventDialog(Context &context, QWidget *parent);

    //! What would be sent; nullopt, and every field says what is wrong with it.
    std::optional<protocol::cmd::OpenEvent> read();
    void setWindow(const QDateTime &from, const QDateTime &until);
    //! The host plays what stands in this file; empty: the server's own script.
    void setScriptFile(const QString &path);

    QLineEdit *title() const { return m_title; }
    QComboBox *zone() const { return m_zone; }
    QSpinBox *seats() const { return m_seats; }
    QString languageError() const;
    QString windowError() const;
    QString scriptError() const;
    QString serverError() const { return formError(); }

Q_SIGNALS:
    //! The server has it.
    void opened(const QString &title);

protected:
    void send() override;

private:
    void fillFields();
    QWidget *makeLanguages();
    QWidget *makeScript();
    void chooseFile();
    QStringList languages() const;
    std::optional<Time> moment(const QDateTimeEdit *edit) const;
    bool checkWindow(std::optional<Time> from, std::optional<Time> until);
    std::optional<QString> readScript(bool &fine);

    Context &m_context;
    QLineEdit *m_title;
    QDateTimeEdit *m_from;
    QDateTimeEdit *m_until;
    QComboBox *m_zone;
    QSpinBox *m_seats;
    QMap<QString, QCheckBox *> m_languages;
    QLabel *m_languageError = nullptr;
    QLabel *m_scriptName = nullptr;
    QLabel *m_scriptError = nullptr;
    QPushButton *m_ownScript = nullptr;
    QString m_file;
    FormField *m_titleField;
    FormField *m_fromField;
    FormField *m_untilField;
    FormField *m_zoneField;
    FormField *m_seatsField;
};

} // namespace jjak::desktop
