#include "ui/settings/channel_pane.h"

#include "ui/settings/form.h"
#include "ui/shared/buttons.h"
#include "ui/shared/command_answers.h"
#include "ui/shared/console_model.h"
#include "ui/shared/format_text.h"
#include "ui/shared/session.h"
#include "ui/shared/panes.h"
#include "ui/shared/themed.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QDesktopServices>
#include <QLabel>
#include <QLineEdit>
#include <QPixmap>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QUrl>
#include <QVBoxLayout>

namespace signalbox {
namespace {

QString wrongOrigin(const std::vector<std::string>& origins)
{
    for (const std::string& origin : origins) {
        const QUrl url(QString::fromStdString(origin), QUrl::StrictMode);
        const bool web = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
        if (!web || url.host().isEmpty() || !url.path().isEmpty() || url.hasQuery() || url.hasFragment() || !url.userInfo().isEmpty())
            return ChannelPane::tr("%1 is not the address of a website. Write it as https://example.com, without a path.").arg(line(origin, 80));
    }
    return {};
}

}

ChannelPane::ChannelPane(const PageContext& context, CommandAnswers& commands, QWidget* parent)
    : QWidget(parent), m_context(context), m_commands(commands), m_form(new Form(context.theme, this)),
      m_enabled(newSwitch(tr("The chat answers on the website"), QStringLiteral("chatEnabled")))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    addPaneTop(*column, context.theme, tr("Website chat"), tr("What visitors see, and the one line that puts the chat on a page."), this);
    column->addWidget(m_form, 1);
    buildEmbedding();
    m_form->addPlain(m_enabled);
    m_title = m_form->addLine(QStringLiteral("chatTitle"), tr("Title"), 60);
    m_greeting = m_form->addText(QStringLiteral("chatGreeting"), tr("Greeting"), 3, tr("The first thing a visitor reads."));
    m_color = m_form->addLine(QStringLiteral("chatColor"), tr("Colour"), 7, tr("As #RRGGBB. The chat picks white or black text to go with it."));
    m_swatch = newLabel({}, context.theme);
    m_swatch->setAccessibleName(tr("The colour as it looks"));
    m_form->addPlain(m_swatch);
    m_origins = m_form->addText(QStringLiteral("chatOrigins"), tr("Websites that may show the chat"), 3, tr("One a line, as https://example.com. Empty: any page may."));
    addChecks();
    connect(m_enabled, &QCheckBox::toggled, m_form, &Form::edited);
    connect(m_color, &QLineEdit::textChanged, this, &ChannelPane::showColor);
    connect(m_form, &Form::edited, this, [this] { m_form->setChanged(written() != m_context.model.website()); });
    connect(m_form, &Form::saveWanted, this, &ChannelPane::save);
    connect(m_form, &Form::discardWanted, this, &ChannelPane::fill);
    connect(&context.model, &ConsoleModel::changed, this, [this](const ChangeSet& changes) {
        if (changes.website && !m_form->isChanged())
            fill();
    });
    connect(&context.model, &ConsoleModel::sessionChanged, this, &ChannelPane::fill);
    connect(&context.model, &ConsoleModel::gatewayChanged, this, &ChannelPane::showGateway);
    fill();
    showGateway();
}

void ChannelPane::buildEmbedding()
{
    Theme& theme = m_context.theme;
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(6));
    m_address = newParagraph({}, theme, TextStyle::Body, ThemeColor::Text, box);
    m_address->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_address);
    column->addWidget(newLabel(tr("Put this line on every page that should have the chat, before </body>:"), theme, TextStyle::Secondary, ThemeColor::TextMuted, box));
    auto* row = new QHBoxLayout;
    m_script = new QLineEdit(box);
    m_script->setObjectName(QStringLiteral("scriptLine"));
    m_script->setReadOnly(true);
    m_script->setAccessibleName(tr("The line to put on a page"));
    m_script->setMaximumWidth(theme.px(560));
    setTextStyle(*m_script, theme, TextStyle::Code);
    m_copy = newButton(tr("Copy"), QStringLiteral("copyScriptLine"), box);
    m_demo = newLink(tr("Open the demo page"), QStringLiteral("openDemo"), box);
    row->addWidget(m_script, 1);
    row->addWidget(m_copy);
    row->addWidget(m_demo);
    row->addStretch();
    column->addLayout(row);
    m_form->addPlain(box);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QApplication::clipboard()->setText(m_script->text());
        m_copy->setText(tr("Copied"));
    });
    connect(m_demo, &QPushButton::clicked, this, [this] { QDesktopServices::openUrl(QUrl(m_context.model.gatewayAddress() + QStringLiteral("/demo"))); });
}

void ChannelPane::addChecks()
{
    m_form->checkField(m_title, [this] { return m_title->text().trimmed().isEmpty() ? tr("Give the chat a title: it is the head of its window.") : QString(); });
    m_form->checkField(m_color, [this] {
        static const QRegularExpression form(QStringLiteral("^#[0-9a-fA-F]{6}$"));
        return form.match(m_color->text()).hasMatch() ? QString() : tr("Write the colour as # and six digits from 0 to 9 and A to F, such as #0F6B73.");
    });
    m_form->checkField(m_origins, [this] { return wrongOrigin(linesOf(*m_origins)); });
}

WebsiteChannel ChannelPane::written() const
{
    return {m_enabled->isChecked(), m_title->text().trimmed().toStdString(), m_greeting->toPlainText().trimmed().toStdString(),
            m_color->text().trimmed().toStdString(), linesOf(*m_origins)};
}

void ChannelPane::fill()
{
    const WebsiteChannel& website = m_context.model.website();
    m_enabled->setChecked(website.enabled);
    m_title->setText(text(website.title));
    m_greeting->setPlainText(text(website.greeting));
    m_color->setText(text(website.accentColor));
    m_origins->setPlainText(joined(website.allowedOrigins));
    m_form->clearErrors();
    m_form->setChanged(false);
    m_form->setBlocked(m_context.session.mayEditSettings() ? QString() : tr("Team leads and supervisors change the channels."));
}

void ChannelPane::showColor()
{
    const QColor color(m_color->text());
    QPixmap swatch(m_context.theme.px(64), m_context.theme.px(16));
    swatch.fill(color.isValid() ? color : m_context.theme.color(ThemeColor::Track));
    m_swatch->setPixmap(swatch);
}

void ChannelPane::showGateway()
{
    const QString address = m_context.model.gatewayAddress();
    const bool runs = !address.isEmpty();
    m_address->setText(runs ? tr("The gateway listens at %1").arg(address)
                            : tr("The gateway is not running. %1").arg(m_context.model.gatewayTrouble()));
    m_script->setText(runs ? QStringLiteral("<script src=\"%1/widget.js\" async></script>").arg(address) : QString());
    m_copy->setEnabled(runs);
    m_demo->setEnabled(runs);
}

void ChannelPane::save()
{
    m_commands.send(SaveWebsiteChannel{written(), m_context.session.agent},
                    [this] {
                        m_form->setChanged(false);
                        m_form->showSaved(tr("Saved. Open chats follow at once."));
                    },
                    [this](const QString& why) { m_form->showRefusal(tr("The channel was not saved."), why); });
}

}
