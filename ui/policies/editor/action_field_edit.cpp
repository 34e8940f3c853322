#include "ui/policies/editor/action_field_edit.h"

#include "routing/rulebook/describe.h"
#include "routing/rulebook/phrases.h"
#include "ui/policies/draft/rulebook_draft.h"
#include "ui/policies/editor/action_texts.h"
#include "ui/policies/editor/attribute_picker.h"
#include "ui/policies/editor/condition_words.h"
#include "ui/policies/editor/literal_edit.h"
#include "ui/shared/console_model.h"
#include "ui/shared/format_text.h"
#include "ui/shared/quiet_combo.h"
#include "ui/shared/tier_chip.h"

#include <QHBoxLayout>
#include <QPainter>

namespace signalbox {
namespace {

const QString pickAttribute = QStringLiteral("pick an attribute");   // no id looks like that: it is asked for instead

QIcon tierIcon(Theme& theme, int rank)
{
    QPixmap shape(theme.px(16), theme.px(16));
    shape.fill(Qt::transparent);
    QPainter painter(&shape);
    painter.setRenderHint(QPainter::Antialiasing);
    paintTierShape(painter, shape.rect(), theme, rank);
    return QIcon(shape);
}

// A choice among what the rulebook and the floor know; one that is not known any more is shown by its id.
class ChoiceEdit : public ActionFieldEdit {
public:
    ChoiceEdit(ActionPart part, const QString& name, const StudioContext& context, SeenValuesStore& seen,
               QWidget* parent)
        : ActionFieldEdit(parent),
          m_part(part),
          m_context(context),
          m_seen(seen),
          m_combo(new QuietCombo(name, QStringLiteral("actionChoice"), this))
    {
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(0, 0, 0, 0);
        row->addWidget(m_combo);
        setFocusProxy(m_combo);
        m_combo->setMinimumContentsLength(part == ActionPart::Level ? 2 : 14);
        connect(m_combo, &QComboBox::activated, this, [this] { take(); });
        if (part == ActionPart::Tier)
            connect(&context.page.theme, &Theme::changed, this, [this] { showText(QString(m_shown)); });
    }
    void showText(const QString& written) override
    {
        m_shown = written;
        fill();
        if (m_combo->findData(written) < 0)
            m_combo->addItem(unknownWords(written), written);
        m_combo->chooseData(written);
        m_combo->setToolTip(m_combo->currentText().toHtmlEscaped());
    }
    QString currentText() const override { return m_shown; }

private:
    void fill()
    {
        const Rulebook& rulebook = m_context.draft.rulebook();
        m_combo->clear();
        if (m_part == ActionPart::FallbackQueue)
            m_combo->addItem(tr("the first queue"), QString());
        if (m_part == ActionPart::Queue || m_part == ActionPart::FallbackQueue
            || m_part == ActionPart::QueueOrAttribute)
            for (const Queue& queue : rulebook.queues)
                m_combo->addItem(line(nameOf(queue.id, rulebook), 80), text(queue.id.value));
        if (m_part == ActionPart::AgentOrAttribute)
            for (const auto& [id, agent] : m_context.page.model.agents())
                m_combo->addItem(m_context.page.model.agentName(id), text(id.value));
        if (m_part == ActionPart::Alert)
            for (const AlertTrigger& alert : rulebook.alerts)
                m_combo->addItem(line(nameOf(alert.id, rulebook), 80), text(alert.id.value));
        if (m_part == ActionPart::Tier)
            for (std::size_t rank = 0; rank < rulebook.tiers.size(); ++rank) {
                const Tier& tier = rulebook.tiers[rank];
                m_combo->addItem(
                    tierIcon(m_context.page.theme, int(rank)),
                    tr("%1 %2", "code and name of a tier").arg(text(tier.id.value), line(tier.name, 60)).trimmed(),
                    text(tier.id.value));
            }
        for (int level = 1; m_part == ActionPart::Level && level <= 5; ++level)
            m_combo->addItem(QString::number(level), QString::number(level));
        if (m_part == ActionPart::QueueOrAttribute || m_part == ActionPart::AgentOrAttribute) {
            m_combo->insertSeparator(m_combo->count());
            m_combo->addItem(tr("Whom an attribute names…"), pickAttribute);
        }
    }
    QString unknownWords(const QString& written) const
    {
        if (written.startsWith(QLatin1String("{{")))
            return tr("As %1 says")
                .arg(attributeWords(written.mid(2, written.size() - 4).toStdString(), m_context.draft.rulebook())
                         .toLower());
        return written.isEmpty() ? tr("Choose…") : tr("%1 (not there)").arg(line(written.toStdString(), 80));
    }
    void take()
    {
        const QString chosen = m_combo->currentData().toString();
        if (chosen != pickAttribute) {
            m_shown = chosen;
            Q_EMIT edited(false);
            return;
        }
        m_combo->chooseData(m_shown);
        auto* picker = new AttributePicker(m_context, m_seen, ValueType::String, this);
        connect(picker, &AttributePicker::chosen, this, [this](const AttributeChoice& choice) {
            showText(QStringLiteral("{{%1}}").arg(text(choice.name)));
            Q_EMIT edited(false);
        });
        picker->openBelow(*m_combo);
    }

    ActionPart m_part;
    StudioContext m_context;
    SeenValuesStore& m_seen;
    QuietCombo* m_combo;
    QString m_shown;
};

// Seconds as "2:00", or a share in per cent.
class FigureEdit : public ActionFieldEdit {
public:
    FigureEdit(ActionPart part, const QString& name, Theme& theme, QWidget* parent)
        : ActionFieldEdit(parent),
          m_edit(new LiteralEdit(theme, ValueType::Number, part == ActionPart::Span ? "seconds" : "%", name, this))
    {
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(0, 0, 0, 0);
        row->addWidget(m_edit);
        setFocusProxy(m_edit);
        m_edit->setObjectName(QStringLiteral("actionFigure"));
        m_edit->setFixedWidth(theme.px(part == ActionPart::Span ? 110 : 76));
        connect(m_edit, &QLineEdit::textEdited, this, [this] {
            if (isRight())
                Q_EMIT edited(true);
        });
    }
    void showText(const QString& written) override { m_edit->showValue(Value{written.toDouble()}); }
    QString currentText() const override
    {
        return QString::number(std::get<double>(m_edit->value().value_or(Value{0.0})), 'f', 0);
    }
    void setReadOnly(bool readOnly) override { m_edit->setReadOnly(readOnly); }

private:
    bool isRight() const
    {
        const auto value = m_edit->value();
        return value && std::get<double>(*value) >= 0 && std::get<double>(*value) <= 1e9;
    }

    LiteralEdit* m_edit;
};

}

ActionFieldEdit* newActionFieldEdit(const ActionField& field, const StudioContext& context, SeenValuesStore& seen,
                                    QWidget* parent)
{
    switch (field.part) {
    case ActionPart::Span:
    case ActionPart::Share:
        return new FigureEdit(field.part, field.label, context.page.theme, parent);
    case ActionPart::Line:
    case ActionPart::Owner:
    case ActionPart::Skill:
        return newActionLine(field, context, parent);
    case ActionPart::Text:
        return newActionText(field, context, seen, parent);
    default:
        return new ChoiceEdit(field.part, field.label, context, seen, parent);
    }
}

}
