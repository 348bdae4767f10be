using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace EffectiveSchool.Data.Migrations
{
    /// <inheritdoc />
    public partial class ListLife : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "full_name",
                table: "users",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "version",
                table: "results",
                type: "character varying(15)",
                maxLength: 15,
                nullable: true);

            migrationBuilder.AddColumn<TimeOnly>(
                name: "digest_at",
                table: "regions",
                type: "time without time zone",
                nullable: false,
                defaultValue: new TimeOnly(8, 0, 0));

            migrationBuilder.AddColumn<bool>(
                name: "digest_on_weekends",
                table: "regions",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "objection_days",
                table: "regions",
                type: "integer",
                nullable: false,
                defaultValue: 10);

            migrationBuilder.AddColumn<int>(
                name: "amends_id",
                table: "lists",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "edition",
                table: "lists",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<string>(
                name: "objections_end_reason",
                table: "lists",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "objections_ended_at",
                table: "lists",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "objections_until",
                table: "lists",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "replaces_id",
                table: "lists",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "collection",
                table: "list_bases",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "confirmed",
                table: "import_rows",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "lowered",
                table: "import_rows",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "raised",
                table: "import_rows",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "version",
                table: "import_rows",
                type: "character varying(15)",
                maxLength: 15,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_replaced",
                table: "import_files",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "replaces_later",
                table: "import_batches",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "activation_links",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    token_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    issued_by = table.Column<Guid>(type: "uuid", nullable: false),
                    issued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_activation_links", x => x.id);
                    table.ForeignKey(
                        name: "fk_activation_links_asp_net_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "collection_campaigns",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    region_id = table.Column<int>(type: "integer", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    deadlines = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_collection_campaigns", x => x.id);
                    table.ForeignKey(
                        name: "fk_collection_campaigns_regions_region_id",
                        column: x => x.region_id,
                        principalTable: "regions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "column_mappings",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    region_id = table.Column<int>(type: "integer", nullable: false),
                    municipality_id = table.Column<int>(type: "integer", nullable: true),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    signature = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    written = table.Column<string>(type: "jsonb", nullable: false),
                    ours = table.Column<string>(type: "jsonb", nullable: false),
                    confirmed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    confirmed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_column_mappings", x => x.id);
                    table.ForeignKey(
                        name: "fk_column_mappings_regions_region_id",
                        column: x => x.region_id,
                        principalTable: "regions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "curator_assignments",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    region_id = table.Column<int>(type: "integer", nullable: false),
                    curator_id = table.Column<Guid>(type: "uuid", nullable: false),
                    curator_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    school_id = table.Column<int>(type: "integer", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    order_number = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    order_date = table.Column<DateOnly>(type: "date", nullable: false),
                    end_reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_curator_assignments", x => x.id);
                    table.ForeignKey(
                        name: "fk_curator_assignments_regions_region_id",
                        column: x => x.region_id,
                        principalTable: "regions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_curator_assignments_schools_school_id",
                        column: x => x.school_id,
                        principalTable: "schools",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_curator_assignments_users_curator_id",
                        column: x => x.curator_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "data_confirmations",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    region_id = table.Column<int>(type: "integer", nullable: false),
                    municipality_id = table.Column<int>(type: "integer", nullable: false),
                    procedure_id = table.Column<int>(type: "integer", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    confirmed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    confirmed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    author = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    on_behalf = table.Column<bool>(type: "boolean", nullable: false),
                    note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    withdrawn_because = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_confirmations", x => x.id);
                    table.ForeignKey(
                        name: "fk_data_confirmations_municipalities_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipalities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_data_confirmations_procedures_procedure_id",
                        column: x => x.procedure_id,
                        principalTable: "procedures",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_data_confirmations_regions_region_id",
                        column: x => x.region_id,
                        principalTable: "regions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "digest_letters",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_digest_letters", x => new { x.user_id, x.day });
                    table.ForeignKey(
                        name: "fk_digest_letters_asp_net_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "exam_thresholds",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    region_id = table.Column<int>(type: "integer", nullable: false),
                    procedure_id = table.Column<int>(type: "integer", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    least_score = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_exam_thresholds", x => x.id);
                    table.CheckConstraint("ck_exam_thresholds_score", "least_score between 0 and 100");
                    table.ForeignKey(
                        name: "fk_exam_thresholds_procedures_procedure_id",
                        column: x => x.procedure_id,
                        principalTable: "procedures",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_exam_thresholds_regions_region_id",
                        column: x => x.region_id,
                        principalTable: "regions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "hand_overs",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    region_id = table.Column<int>(type: "integer", nullable: true),
                    from_user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    to_user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    since = table.Column<DateOnly>(type: "date", nullable: false),
                    order_number = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    order_date = table.Column<DateOnly>(type: "date", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hand_overs", x => x.id);
                    table.ForeignKey(
                        name: "fk_hand_overs_asp_net_users_from_user_id",
                        column: x => x.from_user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_hand_overs_asp_net_users_to_user_id",
                        column: x => x.to_user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "imported_lists",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    region_id = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    document = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    document_number = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    document_date = table.Column<DateOnly>(type: "date", nullable: true),
                    batch_id = table.Column<int>(type: "integer", nullable: false),
                    file_id = table.Column<int>(type: "integer", nullable: false),
                    applied_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    undone_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_imported_lists", x => x.id);
                    table.ForeignKey(
                        name: "fk_imported_lists_import_batches_batch_id",
                        column: x => x.batch_id,
                        principalTable: "import_batches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_imported_lists_import_files_file_id",
                        column: x => x.file_id,
                        principalTable: "import_files",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_imported_lists_regions_region_id",
                        column: x => x.region_id,
                        principalTable: "regions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "mark_comparison_changes",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    batch_id = table.Column<int>(type: "integer", nullable: false),
                    school_id = table.Column<int>(type: "integer", nullable: false),
                    procedure_id = table.Column<int>(type: "integer", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    old = table.Column<string>(type: "jsonb", nullable: true),
                    kept = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mark_comparison_changes", x => x.id);
                    table.ForeignKey(
                        name: "fk_mark_comparison_changes_import_batches_batch_id",
                        column: x => x.batch_id,
                        principalTable: "import_batches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "mark_comparisons",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    region_id = table.Column<int>(type: "integer", nullable: false),
                    school_id = table.Column<int>(type: "integer", nullable: false),
                    procedure_id = table.Column<int>(type: "integer", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    participants = table.Column<int>(type: "integer", nullable: false),
                    lowered = table.Column<int>(type: "integer", nullable: false),
                    confirmed = table.Column<int>(type: "integer", nullable: false),
                    raised = table.Column<int>(type: "integer", nullable: false),
                    file_id = table.Column<int>(type: "integer", nullable: false),
                    sheet = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    row = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mark_comparisons", x => x.id);
                    table.CheckConstraint("ck_mark_comparisons_counts", "lowered >= 0 and confirmed >= 0 and raised >= 0 and lowered + confirmed + raised = participants");
                    table.ForeignKey(
                        name: "fk_mark_comparisons_import_files_file_id",
                        column: x => x.file_id,
                        principalTable: "import_files",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_mark_comparisons_procedures_procedure_id",
                        column: x => x.procedure_id,
                        principalTable: "procedures",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_mark_comparisons_schools_school_id",
                        column: x => x.school_id,
                        principalTable: "schools",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "objections",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    region_id = table.Column<int>(type: "integer", nullable: false),
                    list_id = table.Column<int>(type: "integer", nullable: false),
                    school_id = table.Column<int>(type: "integer", nullable: false),
                    side = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    number = table.Column<string>(type: "jsonb", nullable: true),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    submitted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    correction_batch_id = table.Column<int>(type: "integer", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_objections", x => x.id);
                    table.ForeignKey(
                        name: "fk_objections_import_batches_correction_batch_id",
                        column: x => x.correction_batch_id,
                        principalTable: "import_batches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_objections_lists_list_id",
                        column: x => x.list_id,
                        principalTable: "lists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_objections_schools_school_id",
                        column: x => x.school_id,
                        principalTable: "schools",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "partnership_agreements",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    region_id = table.Column<int>(type: "integer", nullable: false),
                    school_id = table.Column<int>(type: "integer", nullable: false),
                    partner_school_id = table.Column<int>(type: "integer", nullable: true),
                    partner_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    number = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    subject = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    end_reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_partnership_agreements", x => x.id);
                    table.ForeignKey(
                        name: "fk_partnership_agreements_regions_region_id",
                        column: x => x.region_id,
                        principalTable: "regions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_partnership_agreements_schools_partner_school_id",
                        column: x => x.partner_school_id,
                        principalTable: "schools",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_partnership_agreements_schools_school_id",
                        column: x => x.school_id,
                        principalTable: "schools",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "profile_archives",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    region_id = table.Column<int>(type: "integer", nullable: false),
                    list_id = table.Column<int>(type: "integer", nullable: false),
                    listed_only = table.Column<bool>(type: "boolean", nullable: false),
                    municipality_id = table.Column<int>(type: "integer", nullable: true),
                    schools = table.Column<int>(type: "integer", nullable: false),
                    printed = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    problem = table.Column<string>(type: "text", nullable: true),
                    size = table.Column<long>(type: "bigint", nullable: true),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_profile_archives", x => x.id);
                    table.ForeignKey(
                        name: "fk_profile_archives_lists_list_id",
                        column: x => x.list_id,
                        principalTable: "lists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_profile_archives_municipalities_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipalities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_profile_archives_regions_region_id",
                        column: x => x.region_id,
                        principalTable: "regions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "programmes",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    region_id = table.Column<int>(type: "integer", nullable: false),
                    municipality_id = table.Column<int>(type: "integer", nullable: true),
                    school_id = table.Column<int>(type: "integer", nullable: true),
                    name = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: false),
                    passport = table.Column<string>(type: "jsonb", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_programmes", x => x.id);
                    table.ForeignKey(
                        name: "fk_programmes_municipalities_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipalities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_programmes_regions_region_id",
                        column: x => x.region_id,
                        principalTable: "regions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_programmes_schools_school_id",
                        column: x => x.school_id,
                        principalTable: "schools",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reminder_settings",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    digest_off = table.Column<bool>(type: "boolean", nullable: false),
                    calendar_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    calendar_issued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reminder_settings", x => x.user_id);
                    table.ForeignKey(
                        name: "fk_reminder_settings_asp_net_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "stored_file_contents",
                columns: table => new
                {
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stored_file_contents", x => x.sha256);
                });

            migrationBuilder.CreateTable(
                name: "stored_files",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    region_id = table.Column<int>(type: "integer", nullable: false),
                    municipality_id = table.Column<int>(type: "integer", nullable: true),
                    school_id = table.Column<int>(type: "integer", nullable: true),
                    name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    size = table.Column<int>(type: "integer", nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    author = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    uploaded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stored_files", x => x.id);
                    table.CheckConstraint("ck_stored_files_owner", "municipality_id is null or school_id is null");
                    table.ForeignKey(
                        name: "fk_stored_files_municipalities_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipalities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_stored_files_regions_region_id",
                        column: x => x.region_id,
                        principalTable: "regions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_stored_files_schools_school_id",
                        column: x => x.school_id,
                        principalTable: "schools",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "user_uploads",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_user_uploads", x => x.id);
                    table.ForeignKey(
                        name: "fk_user_uploads_users_author_id",
                        column: x => x.author_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "visits",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    region_id = table.Column<int>(type: "integer", nullable: false),
                    school_id = table.Column<int>(type: "integer", nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    author_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    aim = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    findings = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    recommendations = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    next_date = table.Column<DateOnly>(type: "date", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_visits", x => x.id);
                    table.ForeignKey(
                        name: "fk_visits_regions_region_id",
                        column: x => x.region_id,
                        principalTable: "regions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_visits_schools_school_id",
                        column: x => x.school_id,
                        principalTable: "schools",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_visits_users_author_id",
                        column: x => x.author_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "imported_list_schools",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    region_id = table.Column<int>(type: "integer", nullable: false),
                    list_id = table.Column<int>(type: "integer", nullable: false),
                    school_id = table.Column<int>(type: "integer", nullable: false),
                    level = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    sheet = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    row = table.Column<int>(type: "integer", nullable: false),
                    cell = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    as_written = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_imported_list_schools", x => x.id);
                    table.ForeignKey(
                        name: "fk_imported_list_schools_imported_lists_list_id",
                        column: x => x.list_id,
                        principalTable: "imported_lists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_imported_list_schools_schools_school_id",
                        column: x => x.school_id,
                        principalTable: "schools",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "objection_events",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    objection_id = table.Column<int>(type: "integer", nullable: false),
                    step = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    author = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_objection_events", x => x.id);
                    table.ForeignKey(
                        name: "fk_objection_events_objections_objection_id",
                        column: x => x.objection_id,
                        principalTable: "objections",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "profile_archive_contents",
                columns: table => new
                {
                    archive_id = table.Column<int>(type: "integer", nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_profile_archive_contents", x => x.archive_id);
                    table.ForeignKey(
                        name: "fk_profile_archive_contents_profile_archives_archive_id",
                        column: x => x.archive_id,
                        principalTable: "profile_archives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "programme_schools",
                columns: table => new
                {
                    programme_id = table.Column<int>(type: "integer", nullable: false),
                    school_id = table.Column<int>(type: "integer", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    region_id = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    list_id = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_programme_schools", x => new { x.programme_id, x.school_id, x.year });
                    table.ForeignKey(
                        name: "fk_programme_schools_lists_list_id",
                        column: x => x.list_id,
                        principalTable: "lists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_programme_schools_programmes_programme_id",
                        column: x => x.programme_id,
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_programme_schools_schools_school_id",
                        column: x => x.school_id,
                        principalTable: "schools",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "roadmap_uploads",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    programme_id = table.Column<int>(type: "integer", nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false),
                    columns = table.Column<string>(type: "jsonb", nullable: true),
                    terms = table.Column<string>(type: "jsonb", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_roadmap_uploads", x => x.id);
                    table.ForeignKey(
                        name: "fk_roadmap_uploads_programmes_programme_id",
                        column: x => x.programme_id,
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "roadmaps",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    programme_id = table.Column<int>(type: "integer", nullable: false),
                    region_id = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    file_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    author = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_roadmaps", x => x.id);
                    table.ForeignKey(
                        name: "fk_roadmaps_programmes_programme_id",
                        column: x => x.programme_id,
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_roadmaps_regions_region_id",
                        column: x => x.region_id,
                        principalTable: "regions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "submitted_reports",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    region_id = table.Column<int>(type: "integer", nullable: false),
                    programme_id = table.Column<int>(type: "integer", nullable: false),
                    municipality_id = table.Column<int>(type: "integer", nullable: true),
                    school_id = table.Column<int>(type: "integer", nullable: true),
                    content = table.Column<string>(type: "jsonb", nullable: false),
                    author = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    submitted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_submitted_reports", x => x.id);
                    table.ForeignKey(
                        name: "fk_submitted_reports_municipalities_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipalities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_submitted_reports_programmes_programme_id",
                        column: x => x.programme_id,
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_submitted_reports_schools_school_id",
                        column: x => x.school_id,
                        principalTable: "schools",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "objection_files",
                columns: table => new
                {
                    objection_id = table.Column<int>(type: "integer", nullable: false),
                    file_id = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_objection_files", x => new { x.objection_id, x.file_id });
                    table.ForeignKey(
                        name: "fk_objection_files_objections_objection_id",
                        column: x => x.objection_id,
                        principalTable: "objections",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_objection_files_stored_files_file_id",
                        column: x => x.file_id,
                        principalTable: "stored_files",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "signed_orders",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    region_id = table.Column<int>(type: "integer", nullable: false),
                    list_id = table.Column<int>(type: "integer", nullable: false),
                    file_id = table.Column<int>(type: "integer", nullable: false),
                    signature_file_id = table.Column<int>(type: "integer", nullable: true),
                    attached_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    superseded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    superseded_reason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_signed_orders", x => x.id);
                    table.ForeignKey(
                        name: "fk_signed_orders_lists_list_id",
                        column: x => x.list_id,
                        principalTable: "lists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_signed_orders_stored_files_file_id",
                        column: x => x.file_id,
                        principalTable: "stored_files",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_signed_orders_stored_files_signature_file_id",
                        column: x => x.signature_file_id,
                        principalTable: "stored_files",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "roadmap_sections",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    roadmap_id = table.Column<int>(type: "integer", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    path = table.Column<string>(type: "jsonb", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_roadmap_sections", x => x.id);
                    table.ForeignKey(
                        name: "fk_roadmap_sections_roadmaps_roadmap_id",
                        column: x => x.roadmap_id,
                        principalTable: "roadmaps",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "activities",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    roadmap_id = table.Column<int>(type: "integer", nullable: false),
                    section_id = table.Column<int>(type: "integer", nullable: true),
                    position = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    term = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    responsible = table.Column<string>(type: "text", nullable: false),
                    expected = table.Column<string>(type: "text", nullable: false),
                    warnings = table.Column<string>(type: "jsonb", nullable: false),
                    quota = table.Column<string>(type: "jsonb", nullable: true),
                    per_school = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_activities", x => x.id);
                    table.ForeignKey(
                        name: "fk_activities_roadmap_sections_section_id",
                        column: x => x.section_id,
                        principalTable: "roadmap_sections",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_activities_roadmaps_roadmap_id",
                        column: x => x.roadmap_id,
                        principalTable: "roadmaps",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "activity_occurrences",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    activity_id = table.Column<int>(type: "integer", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    due = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_activity_occurrences", x => x.id);
                    table.ForeignKey(
                        name: "fk_activity_occurrences_activities_activity_id",
                        column: x => x.activity_id,
                        principalTable: "activities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "occurrence_works",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    region_id = table.Column<int>(type: "integer", nullable: false),
                    programme_id = table.Column<int>(type: "integer", nullable: false),
                    occurrence_id = table.Column<int>(type: "integer", nullable: false),
                    municipality_id = table.Column<int>(type: "integer", nullable: true),
                    school_id = table.Column<int>(type: "integer", nullable: true),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    due = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    outcome = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    fact = table.Column<string>(type: "text", nullable: false),
                    reached = table.Column<decimal>(type: "numeric", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_occurrence_works", x => x.id);
                    table.ForeignKey(
                        name: "fk_occurrence_works_activity_occurrences_occurrence_id",
                        column: x => x.occurrence_id,
                        principalTable: "activity_occurrences",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_occurrence_works_municipalities_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipalities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_occurrence_works_programmes_programme_id",
                        column: x => x.programme_id,
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_occurrence_works_schools_school_id",
                        column: x => x.school_id,
                        principalTable: "schools",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "work_events",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    work_id = table.Column<int>(type: "integer", nullable: false),
                    step = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    author = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_work_events", x => x.id);
                    table.ForeignKey(
                        name: "fk_work_events_occurrence_works_work_id",
                        column: x => x.work_id,
                        principalTable: "occurrence_works",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "work_evidence",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    work_id = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    number = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    date = table.Column<DateOnly>(type: "date", nullable: true),
                    file_id = table.Column<int>(type: "integer", nullable: true),
                    link = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    author = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_work_evidence", x => x.id);
                    table.ForeignKey(
                        name: "fk_work_evidence_occurrence_works_work_id",
                        column: x => x.work_id,
                        principalTable: "occurrence_works",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_work_evidence_stored_files_file_id",
                        column: x => x.file_id,
                        principalTable: "stored_files",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_lists_amends_id",
                table: "lists",
                column: "amends_id");

            migrationBuilder.CreateIndex(
                name: "ix_lists_replaces_id",
                table: "lists",
                column: "replaces_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_list_schools_list_id_listed_municipality_name",
                table: "list_schools",
                columns: new[] { "list_id", "listed", "municipality", "name" })
                .Annotation("Npgsql:IndexInclude", new[] { "municipality_id", "region_id", "school_id", "pupils_to_flip", "without_data" });

            migrationBuilder.CreateIndex(
                name: "ix_activation_links_token_hash",
                table: "activation_links",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_activation_links_user_id",
                table: "activation_links",
                column: "user_id",
                unique: true,
                filter: "used_at is null and revoked_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_activities_roadmap_id_position",
                table: "activities",
                columns: new[] { "roadmap_id", "position" });

            migrationBuilder.CreateIndex(
                name: "ix_activities_section_id",
                table: "activities",
                column: "section_id");

            migrationBuilder.CreateIndex(
                name: "ix_activity_occurrences_activity_id",
                table: "activity_occurrences",
                column: "activity_id");

            migrationBuilder.CreateIndex(
                name: "ix_activity_occurrences_due",
                table: "activity_occurrences",
                column: "due");

            migrationBuilder.CreateIndex(
                name: "ix_collection_campaigns_region_id_year",
                table: "collection_campaigns",
                columns: new[] { "region_id", "year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_column_mappings_region_id_municipality_id_kind_signature",
                table: "column_mappings",
                columns: new[] { "region_id", "municipality_id", "kind", "signature" },
                unique: true)
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ix_curator_assignments_curator_id_school_id",
                table: "curator_assignments",
                columns: new[] { "curator_id", "school_id" },
                unique: true,
                filter: "until is null");

            migrationBuilder.CreateIndex(
                name: "ix_curator_assignments_region_id",
                table: "curator_assignments",
                column: "region_id");

            migrationBuilder.CreateIndex(
                name: "ix_curator_assignments_school_id",
                table: "curator_assignments",
                column: "school_id");

            migrationBuilder.CreateIndex(
                name: "ix_data_confirmations_municipality_id_procedure_id_year",
                table: "data_confirmations",
                columns: new[] { "municipality_id", "procedure_id", "year" },
                unique: true,
                filter: "withdrawn_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_data_confirmations_procedure_id",
                table: "data_confirmations",
                column: "procedure_id");

            migrationBuilder.CreateIndex(
                name: "ix_data_confirmations_region_id_year",
                table: "data_confirmations",
                columns: new[] { "region_id", "year" });

            migrationBuilder.CreateIndex(
                name: "ix_exam_thresholds_procedure_id",
                table: "exam_thresholds",
                column: "procedure_id");

            migrationBuilder.CreateIndex(
                name: "ix_exam_thresholds_region_id_procedure_id_year",
                table: "exam_thresholds",
                columns: new[] { "region_id", "procedure_id", "year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_hand_overs_from_user_id",
                table: "hand_overs",
                column: "from_user_id");

            migrationBuilder.CreateIndex(
                name: "ix_hand_overs_to_user_id",
                table: "hand_overs",
                column: "to_user_id");

            migrationBuilder.CreateIndex(
                name: "ix_imported_list_schools_list_id_school_id",
                table: "imported_list_schools",
                columns: new[] { "list_id", "school_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_imported_list_schools_school_id",
                table: "imported_list_schools",
                column: "school_id");

            migrationBuilder.CreateIndex(
                name: "ix_imported_lists_batch_id",
                table: "imported_lists",
                column: "batch_id");

            migrationBuilder.CreateIndex(
                name: "ix_imported_lists_file_id",
                table: "imported_lists",
                column: "file_id");

            migrationBuilder.CreateIndex(
                name: "ix_imported_lists_region_id_year",
                table: "imported_lists",
                columns: new[] { "region_id", "year" },
                unique: true,
                filter: "kind = 'Federal' and applied_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_mark_comparison_changes_batch_id_school_id_procedure_id_year",
                table: "mark_comparison_changes",
                columns: new[] { "batch_id", "school_id", "procedure_id", "year" });

            migrationBuilder.CreateIndex(
                name: "ix_mark_comparisons_file_id",
                table: "mark_comparisons",
                column: "file_id");

            migrationBuilder.CreateIndex(
                name: "ix_mark_comparisons_procedure_id",
                table: "mark_comparisons",
                column: "procedure_id");

            migrationBuilder.CreateIndex(
                name: "ix_mark_comparisons_region_id_year",
                table: "mark_comparisons",
                columns: new[] { "region_id", "year" });

            migrationBuilder.CreateIndex(
                name: "ix_mark_comparisons_school_id_procedure_id_year",
                table: "mark_comparisons",
                columns: new[] { "school_id", "procedure_id", "year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_objection_events_objection_id",
                table: "objection_events",
                column: "objection_id");

            migrationBuilder.CreateIndex(
                name: "ix_objection_files_file_id",
                table: "objection_files",
                column: "file_id");

            migrationBuilder.CreateIndex(
                name: "ix_objections_correction_batch_id",
                table: "objections",
                column: "correction_batch_id");

            migrationBuilder.CreateIndex(
                name: "ix_objections_list_id_state",
                table: "objections",
                columns: new[] { "list_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_objections_school_id",
                table: "objections",
                column: "school_id");

            migrationBuilder.CreateIndex(
                name: "ix_occurrence_works_municipality_id",
                table: "occurrence_works",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_occurrence_works_occurrence_id_school_id",
                table: "occurrence_works",
                columns: new[] { "occurrence_id", "school_id" },
                unique: true)
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ix_occurrence_works_programme_id",
                table: "occurrence_works",
                column: "programme_id");

            migrationBuilder.CreateIndex(
                name: "ix_occurrence_works_school_id",
                table: "occurrence_works",
                column: "school_id");

            migrationBuilder.CreateIndex(
                name: "ix_occurrence_works_state_due",
                table: "occurrence_works",
                columns: new[] { "state", "due" });

            migrationBuilder.CreateIndex(
                name: "ix_partnership_agreements_partner_school_id",
                table: "partnership_agreements",
                column: "partner_school_id");

            migrationBuilder.CreateIndex(
                name: "ix_partnership_agreements_region_id",
                table: "partnership_agreements",
                column: "region_id");

            migrationBuilder.CreateIndex(
                name: "ix_partnership_agreements_school_id",
                table: "partnership_agreements",
                column: "school_id");

            migrationBuilder.CreateIndex(
                name: "ix_profile_archives_list_id",
                table: "profile_archives",
                column: "list_id");

            migrationBuilder.CreateIndex(
                name: "ix_profile_archives_municipality_id",
                table: "profile_archives",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_profile_archives_region_id",
                table: "profile_archives",
                column: "region_id");

            migrationBuilder.CreateIndex(
                name: "ix_programme_schools_list_id",
                table: "programme_schools",
                column: "list_id");

            migrationBuilder.CreateIndex(
                name: "ix_programme_schools_school_id",
                table: "programme_schools",
                column: "school_id");

            migrationBuilder.CreateIndex(
                name: "ix_programmes_municipality_id",
                table: "programmes",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_programmes_region_id",
                table: "programmes",
                column: "region_id");

            migrationBuilder.CreateIndex(
                name: "ix_programmes_school_id",
                table: "programmes",
                column: "school_id");

            migrationBuilder.CreateIndex(
                name: "ix_reminder_settings_calendar_sha256",
                table: "reminder_settings",
                column: "calendar_sha256",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_roadmap_sections_roadmap_id",
                table: "roadmap_sections",
                column: "roadmap_id");

            migrationBuilder.CreateIndex(
                name: "ix_roadmap_uploads_author_id",
                table: "roadmap_uploads",
                column: "author_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_roadmap_uploads_programme_id",
                table: "roadmap_uploads",
                column: "programme_id");

            migrationBuilder.CreateIndex(
                name: "ix_roadmaps_programme_id",
                table: "roadmaps",
                column: "programme_id");

            migrationBuilder.CreateIndex(
                name: "ix_roadmaps_region_id",
                table: "roadmaps",
                column: "region_id");

            migrationBuilder.CreateIndex(
                name: "ix_signed_orders_file_id",
                table: "signed_orders",
                column: "file_id");

            migrationBuilder.CreateIndex(
                name: "ix_signed_orders_signature_file_id",
                table: "signed_orders",
                column: "signature_file_id");

            migrationBuilder.CreateIndex(
                name: "ux_signed_orders_in_force",
                table: "signed_orders",
                column: "list_id",
                unique: true,
                filter: "superseded_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_stored_files_municipality_id",
                table: "stored_files",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_stored_files_region_id",
                table: "stored_files",
                column: "region_id");

            migrationBuilder.CreateIndex(
                name: "ix_stored_files_school_id",
                table: "stored_files",
                column: "school_id");

            migrationBuilder.CreateIndex(
                name: "ix_stored_files_sha256",
                table: "stored_files",
                column: "sha256");

            migrationBuilder.CreateIndex(
                name: "ix_submitted_reports_municipality_id",
                table: "submitted_reports",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_submitted_reports_programme_id",
                table: "submitted_reports",
                column: "programme_id");

            migrationBuilder.CreateIndex(
                name: "ix_submitted_reports_school_id",
                table: "submitted_reports",
                column: "school_id");

            migrationBuilder.CreateIndex(
                name: "ix_user_uploads_author_id",
                table: "user_uploads",
                column: "author_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_visits_author_id",
                table: "visits",
                column: "author_id");

            migrationBuilder.CreateIndex(
                name: "ix_visits_region_id",
                table: "visits",
                column: "region_id");

            migrationBuilder.CreateIndex(
                name: "ix_visits_school_id_date",
                table: "visits",
                columns: new[] { "school_id", "date" });

            migrationBuilder.CreateIndex(
                name: "ix_work_events_work_id",
                table: "work_events",
                column: "work_id");

            migrationBuilder.CreateIndex(
                name: "ix_work_evidence_file_id",
                table: "work_evidence",
                column: "file_id");

            migrationBuilder.CreateIndex(
                name: "ix_work_evidence_work_id",
                table: "work_evidence",
                column: "work_id");

            migrationBuilder.AddForeignKey(
                name: "fk_lists_lists_amends_id",
                table: "lists",
                column: "amends_id",
                principalTable: "lists",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_lists_lists_replaces_id",
                table: "lists",
                column: "replaces_id",
                principalTable: "lists",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_lists_lists_amends_id",
                table: "lists");

            migrationBuilder.DropForeignKey(
                name: "fk_lists_lists_replaces_id",
                table: "lists");

            migrationBuilder.DropTable(
                name: "activation_links");

            migrationBuilder.DropTable(
                name: "collection_campaigns");

            migrationBuilder.DropTable(
                name: "column_mappings");

            migrationBuilder.DropTable(
                name: "curator_assignments");

            migrationBuilder.DropTable(
                name: "data_confirmations");

            migrationBuilder.DropTable(
                name: "digest_letters");

            migrationBuilder.DropTable(
                name: "exam_thresholds");

            migrationBuilder.DropTable(
                name: "hand_overs");

            migrationBuilder.DropTable(
                name: "imported_list_schools");

            migrationBuilder.DropTable(
                name: "mark_comparison_changes");

            migrationBuilder.DropTable(
                name: "mark_comparisons");

            migrationBuilder.DropTable(
                name: "objection_events");

            migrationBuilder.DropTable(
                name: "objection_files");

            migrationBuilder.DropTable(
                name: "partnership_agreements");

            migrationBuilder.DropTable(
                name: "profile_archive_contents");

            migrationBuilder.DropTable(
                name: "programme_schools");

            migrationBuilder.DropTable(
                name: "reminder_settings");

            migrationBuilder.DropTable(
                name: "roadmap_uploads");

            migrationBuilder.DropTable(
                name: "signed_orders");

            migrationBuilder.DropTable(
                name: "stored_file_contents");

            migrationBuilder.DropTable(
                name: "submitted_reports");

            migrationBuilder.DropTable(
                name: "user_uploads");

            migrationBuilder.DropTable(
                name: "visits");

            migrationBuilder.DropTable(
                name: "work_events");

            migrationBuilder.DropTable(
                name: "work_evidence");

            migrationBuilder.DropTable(
                name: "imported_lists");

            migrationBuilder.DropTable(
                name: "objections");

            migrationBuilder.DropTable(
                name: "profile_archives");

            migrationBuilder.DropTable(
                name: "occurrence_works");

            migrationBuilder.DropTable(
                name: "stored_files");

            migrationBuilder.DropTable(
                name: "activity_occurrences");

            migrationBuilder.DropTable(
                name: "activities");

            migrationBuilder.DropTable(
                name: "roadmap_sections");

            migrationBuilder.DropTable(
                name: "roadmaps");

            migrationBuilder.DropTable(
                name: "programmes");

            migrationBuilder.DropIndex(
                name: "ix_lists_amends_id",
                table: "lists");

            migrationBuilder.DropIndex(
                name: "ix_lists_replaces_id",
                table: "lists");

            migrationBuilder.DropIndex(
                name: "ix_list_schools_list_id_listed_municipality_name",
                table: "list_schools");

            migrationBuilder.DropColumn(
                name: "full_name",
                table: "users");

            migrationBuilder.DropColumn(
                name: "version",
                table: "results");

            migrationBuilder.DropColumn(
                name: "digest_at",
                table: "regions");

            migrationBuilder.DropColumn(
                name: "digest_on_weekends",
                table: "regions");

            migrationBuilder.DropColumn(
                name: "objection_days",
                table: "regions");

            migrationBuilder.DropColumn(
                name: "amends_id",
                table: "lists");

            migrationBuilder.DropColumn(
                name: "edition",
                table: "lists");

            migrationBuilder.DropColumn(
                name: "objections_end_reason",
                table: "lists");

            migrationBuilder.DropColumn(
                name: "objections_ended_at",
                table: "lists");

            migrationBuilder.DropColumn(
                name: "objections_until",
                table: "lists");

            migrationBuilder.DropColumn(
                name: "replaces_id",
                table: "lists");

            migrationBuilder.DropColumn(
                name: "collection",
                table: "list_bases");

            migrationBuilder.DropColumn(
                name: "confirmed",
                table: "import_rows");

            migrationBuilder.DropColumn(
                name: "lowered",
                table: "import_rows");

            migrationBuilder.DropColumn(
                name: "raised",
                table: "import_rows");

            migrationBuilder.DropColumn(
                name: "version",
                table: "import_rows");

            migrationBuilder.DropColumn(
                name: "is_replaced",
                table: "import_files");

            migrationBuilder.DropColumn(
                name: "replaces_later",
                table: "import_batches");
        }
    }
}
