#pragma once

#include "ui/shared/console_port.h"
#include "ui/shared/prompts.h"

#include <map>
#include <vector>

namespace signalbox::test {

// A door that keeps what left through it; a test lets change sets in with Q_EMIT port.changed(...).
class RecordingPort : public ConsolePort {
public:
    using ConsolePort::ConsolePort;

    void submit(const Command& command) override { submitted.push_back(command); }
    void loadDetail(const ConversationId& conversation) override { detailsAsked.push_back(conversation); }
    void loadEarlier(const ConversationId& conversation, qint64 sequence) override
    {
        earlierAsked.push_back({conversation, sequence});
    }
    void loadAttachment(const AttachmentId& attachment) override { attachmentsAsked.push_back(attachment); }
    void suggestAnswer(const ConversationId& conversation) override { suggestionsAsked.push_back(conversation); }
    void findContacts(const QString& words) override { contactsAsked.push_back(words); }
    void loadContact(const ContactId& contact) override { contactAsked.push_back(contact); }
    void exportContact(const ContactId& contact) override { exportsAsked.push_back(contact); }

    // Every command of one kind, oldest first.
    template <class What>
    std::vector<What> sent() const
    {
        std::vector<What> all;
        for (const Command& command : submitted)
            if (const What* what = std::get_if<What>(&command.what))
                all.push_back(*what);
        return all;
    }

    std::vector<Command> submitted;
    std::vector<ConversationId> detailsAsked;
    std::vector<std::pair<ConversationId, qint64>> earlierAsked;
    std::vector<AttachmentId> attachmentsAsked;
    std::vector<ConversationId> suggestionsAsked;
    std::vector<QString> contactsAsked;
    std::vector<ContactId> contactAsked;
    std::vector<ContactId> exportsAsked;
};

// Answers every question as the test said before; keeps the questions.
class ScriptedPrompts : public Prompts {
public:
    bool confirm(const QString& question, const QString&) override
    {
        questions.push_back(question);
        return answer;
    }
    std::optional<QString> askText(const QString& question, const QString&) override
    {
        questions.push_back(question);
        return textAnswer;
    }
    std::optional<QString> openFile(const QString& title, const QString&) override
    {
        questions.push_back(title);
        return fileAnswer;
    }
    std::optional<QString> saveFile(const QString& title, const QString&, const QString&) override
    {
        questions.push_back(title);
        return fileAnswer;
    }

    void readFile(const QString& file, QObject*, std::function<void(const Result<std::string>&)> read) override
    {
        const auto known = files.find(file);
        if (known == files.end())
            read(failure("The file cannot be read: there is none.", file.toStdString()));
        else
            read(known->second);
    }
    void writeFile(const QString& file, std::string bytes, QObject*, std::function<void(const Result<void>&)> written) override
    {
        files[file] = std::move(bytes);
        written({});
    }

    bool answer = true;
    std::optional<QString> textAnswer;
    std::optional<QString> fileAnswer;
    std::vector<QString> questions;
    std::map<QString, std::string> files;   // the disk, as far as the window sees it
};

}
