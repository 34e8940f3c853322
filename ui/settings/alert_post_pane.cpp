#include "ui/settings/alert_post_pane.h"

#include "ui/settings/address_rows.h"
#include "ui/settings/form.h"
#include "ui/shared/command_answers.h"
#include "ui/shared/console_model.h"
#include "ui/shared/format_text.h"
#include "ui/shared/panes.h"
#include "ui/shared/session.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestUrl = 2000;

std::string typed(const QLineEdit* field) { return field->text().trimmed().toStdString(); }

}

AlertPostPane::AlertPostPane(const PageContext& context, CommandAnswers& commands, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_commands(commands),
      m_form(new Form(context.theme, this)),
      m_addresses(new AddressRows(context))
{
    build();
    connect(m_addresses, &AddressRows::edited, m_form, &Form::edited);
    connect(m_form, &Form::edited, this,
            [this] { m_form->setChanged(written() != m_context.model.deskSettings().alertPost); });
    connect(m_form, &Form::saveWanted, this, &AlertPostPane::save);
    connect(m_form, &Form::discardWanted, this, &AlertPostPane::fill);
    connect(&context.model, &ConsoleModel::changed, this, [this](const ChangeSet& changes) {
        if ((changes.deskSettings || !changes.agents.empty()) && !m_form->isChanged())
            fill();
    });
    connect(&context.model, &ConsoleModel::sessionChanged, this, &AlertPostPane::fill);
    fill();
}

void AlertPostPane::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    addPaneTop(*column, m_context.theme, tr("Alerts"),
               tr("Where alerts go besides this console. Each trigger says in Policies which of these ways it takes."), this);
    m_webhook = m_form->addLine(u"alertWebhook"_s, tr("Webhook"), longestUrl,
                                tr("Such as https://example.com/alerts. It gets each alert as JSON, signed when the "
                                   "environment has SIGNALBOX_WEBHOOK_SECRET."));
    m_server = m_form->addLine(u"mailServer"_s, tr("Mail server"), longestUrl,
                               tr("Such as smtps://mail.example.com:465."));
    m_user = m_form->addLine(u"mailUser"_s, tr("User of the mail server"), longestUrl,
                             tr("Leave it empty when the server asks for no login. The password is not kept here: it is read "
                                "from SIGNALBOX_MAIL_PASSWORD."));
    m_from = m_form->addLine(u"mailFrom"_s, tr("Alerts come from"), 254, tr("Such as signalbox@example.com."));
    m_addresses->setObjectName(u"mailAddresses"_s);
    m_form->addField(m_addresses, tr("Addresses"), tr("Who has none gets no e-mail; the list of alerts has every alert."));
    m_form->checkField(m_from, [this] {
        return !m_server->text().trimmed().isEmpty() && !m_from->text().contains(u'@')
            ? tr("Name the address that alerts come from.")
            : QString();
    });
    column->addWidget(m_form, 1);
}

void AlertPostPane::fill()
{
    const AlertPostSettings& settings = m_context.model.deskSettings().alertPost;
    m_webhook->setText(text(settings.webhook));
    m_server->setText(text(settings.mailServer));
    m_user->setText(text(settings.mailUser));
    m_from->setText(text(settings.mailFrom));
    m_addresses->setAddresses(settings.mailOf);
    m_form->clearErrors();
    m_form->setChanged(false);
    m_form->setBlocked(m_context.session.mayEditSettings() ? QString()
                                                           : tr("Team leads and supervisors edit where alerts go."));
}

AlertPostSettings AlertPostPane::written() const
{
    return {typed(m_webhook), typed(m_server), typed(m_user), typed(m_from), m_addresses->addresses()};
}

void AlertPostPane::save()
{
    DeskSettings settings = m_context.model.deskSettings();
    settings.alertPost = written();
    m_commands.send(
        SaveDeskSettings{settings, m_context.session.agent},
        [this] {
            m_form->setChanged(false);
            m_form->showSaved(tr("Saved. The next alert goes there."));
        },
        [this](const QString& why) { m_form->showRefusal(tr("The settings were not saved."), why); });
}

}
