#include "ui/live/floor_dialogs.h"

#include "routing/rulebook/rulebook.h"
#include "ui/live/ask_dialog.h"
#include "ui/live/wait_preview.h"
#include "ui/settings/agent_text.h"
#include "ui/shared/console_model.h"
#include "ui/shared/field_column.h"
#include "ui/shared/format_text.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QUuid>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestReason = 1000;   // characters
constexpr int mostPlaces = 100;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(FloorDialogs)
};

std::string freshId() { return QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString(); }

std::string written(const QPlainTextEdit& edit) { return edit.toPlainText().trimmed().toStdString(); }

}

void askWhisper(const PageContext& context, const Conversation& conversation, QWidget* parent)
{
    const AgentId owner = conversation.owner.agent;
    const QString title = owner.empty()
        ? Words::tr("Internal note for %1").arg(line(conversation.visitorName, 60))
        : Words::tr("Whisper to %1 about %2").arg(context.model.agentName(owner), line(conversation.visitorName, 60));
    auto* dialog = new AskDialog(context, title, Words::tr("Whisper"), u"whisper"_s, parent);
    QPlainTextEdit* note = dialog->fields().addText(u"whisperNote"_s, Words::tr("Internal note"), 4,
                                                    Words::tr("The visitor never sees it."));
    dialog->fields().checkField(
        note, [note] { return written(*note).empty() ? Words::tr("Write what to say.") : QString(); });
    note->setFocus();
    dialog->ask([&context, note, owner, id = conversation.id] {
        AddNote what{id, context.session.agent, MessageId{freshId()}, written(*note), {}};
        if (!owner.empty() && owner != context.session.agent)
            what.mentions.push_back(owner);
        return decltype(Command::what)(what);
    });
}

void askTier(const PageContext& context, const Conversation& conversation, QWidget* parent)
{
    auto* dialog = new AskDialog(context, Words::tr("Change the tier of %1").arg(line(conversation.visitorName, 60)),
                                 Words::tr("Change tier"), u"tierDialog"_s, parent);
    QComboBox* tier = dialog->fields().addChoice(u"newTier"_s, Words::tr("Tier"));
    const auto& tiers = context.model.rulebook().tiers;
    for (std::size_t rank = 0; rank < tiers.size(); ++rank)
        if (tiers[rank].id != conversation.tier)
            tier->addItem(u"%1 %2"_s.arg(line(tiers[rank].id.value, 12), line(tiers[rank].name, 24)), int(rank));
    tier->setCurrentIndex(std::max(0, tier->findData(std::max(0, conversation.tierRank - 1))));
    QLineEdit* reason
        = dialog->fields().addLine(u"tierReason"_s, Words::tr("Why"), longestReason, Words::tr("Reviews read it."));
    dialog->fields().checkField(
        reason, [reason] { return reason->text().trimmed().isEmpty() ? Words::tr("Say why.") : QString(); });
    const auto show = [&context, dialog, tier, conversation] {
        Conversation moved = conversation;
        moved.tierRank = tier->currentData().toInt();
        dialog->setPreview(waitPreviewWords(context.model, previewMove(context.model, moved, context.now())));
    };
    QObject::connect(tier, &QComboBox::currentIndexChanged, dialog, show);
    QObject::connect(&context.model, &ConsoleModel::changed, dialog, show);
    show();
    dialog->ask([&context, tier, reason, id = conversation.id] {
        const auto rank = std::size_t(tier->currentData().toInt());
        const auto& now = context.model.rulebook().tiers;
        return decltype(Command::what)(CorrectConversation{id, context.session.agent, "tier",
                                                           rank < now.size() ? now[rank].id.value : std::string(),
                                                           reason->text().trimmed().toStdString()});
    });
}

void askPlaces(const PageContext& context, const Agent& agent, QWidget* parent)
{
    auto* dialog = new AskDialog(context, Words::tr("Skills and places of %1").arg(line(agent.name, 60)),
                                 Words::tr("Save"), u"placesDialog"_s, parent);
    FieldColumn& fields = dialog->fields();
    QPlainTextEdit* skills = fields.addText(u"placesSkills"_s, Words::tr("Skills"), 4,
                                            Words::tr("One a line, with a level from 1 to 5: enterprise 3"));
    skills->setPlainText(skillsText(agent.skills));
    QSpinBox* places = fields.addWhole(u"placesCapacity"_s, Words::tr("Places"), 0, mostPlaces, {},
                                       Words::tr("How many conversations at once."));
    places->setValue(agent.capacity);
    QPlainTextEdit* weights
        = fields.addText(u"placesWeights"_s, Words::tr("Places a conversation takes"), 3,
                         Words::tr("One channel a line, such as whatsapp 0.5. One place when not said."));
    weights->setPlainText(weightsText(agent.channelWeights));
    const auto problem = [](const auto& read) { return read ? QString() : text(read.error().message); };
    fields.checkField(skills, [skills, problem] { return problem(readSkills(linesOf(*skills))); });
    fields.checkField(weights, [weights, problem] { return problem(readWeights(linesOf(*weights))); });
    dialog->ask([&context, skills, places, weights, agent] {
        const AgentOnScreen* now = context.model.agent(agent.id);
        Agent saved = now ? now->agent : agent;   // what else was changed meanwhile stays
        saved.skills = readSkills(linesOf(*skills)).value_or(saved.skills);
        saved.capacity = places->value();
        saved.channelWeights = readWeights(linesOf(*weights)).value_or(saved.channelWeights);
        return decltype(Command::what)(SaveAgent{saved, context.session.agent});
    });
}

}
